using System.Collections.Immutable;
using SosLongitudinal.Study.Logic;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Something in a definition that does not fit with the rest of it.</summary>
/// <param name="Where">The item, scale or scheme.</param>
/// <param name="Blocks">Whether the definition cannot be used so; otherwise it is for the reader's attention.</param>
public sealed record Clash(string Where, string Sentence, bool Blocks = true)
{
    /// <summary>The field of its page that it is about, where there is one.</summary>
    [System.Text.Json.Serialization.JsonIgnore] public string? Field { get; init; }
}

/// <summary>Finds what does not fit in a definition before anybody fills a form with it.</summary>
public static class DefinitionCheck
{
    public static ImmutableArray<Clash> Clashes(InstrumentDefinition definition) =>
        [.. definition.Items.SelectMany(item => OfItem(definition, item)), .. LogicCheck.Clashes(definition), .. ScaleCheck.Clashes(definition), .. definition.Bands.SelectMany(b => OfBands(definition, b))];

    private static IEnumerable<Clash> OfItem(InstrumentDefinition definition, Item item)
    {
        if (!IsColumnName(item.Name)) yield return new(item.Name, $"The item name '{item.Name}' is not 1 to 64 lower-case letters, digits and underscores, starting with a letter.");
        var choices = definition.ChoicesOf(item);
        var coded = item.Type.TakesChoices();
        if (coded && choices.IsEmpty) yield return new(item.Name, $"The item {item.Name} has no choices.");
        if (coded && choices.DistinctBy(c => c.Code).Count() != choices.Length) yield return new(item.Name, $"Two choices of the item {item.Name} have the same code.");
        if (coded && choices.Any(c => !DenseCode.Fits(c.Code))) yield return new(item.Name, $"A choice of the item {item.Name} has a code outside {DenseCode.Least} to {DenseCode.Most}.");
        if (item.Min > item.Max) yield return new(item.Name, $"The least answer to {item.Name} is above the greatest.");
        if (item.Relevance is not { } relevance) yield break;
        var gate = definition.Shape.IndexOf(relevance.Item);
        if (gate < 0) yield return new(item.Name, $"The item {item.Name} depends on {relevance.Item}, which is not an item.");
        else if (gate >= definition.Shape.IndexOf(item.Name)) yield return new(item.Name, $"The item {item.Name} depends on {relevance.Item}, which comes after it.");
        else foreach (var value in relevance.Values.Where(v => !AllowedAnswers.HasCode(definition, definition.Items[gate], v))) yield return new(item.Name, $"The item {item.Name} depends on {relevance.Item} being {value}, which is not one of its codes.");
    }

    internal static IEnumerable<Clash> OfBands(InstrumentDefinition definition, BandScheme scheme)
    {
        foreach (var bands in scheme.Scales)
        {
            var words = bands.Words.IsEmpty ? scheme.Words : bands.Words;
            var scale = definition.Scales.FirstOrDefault(s => s.Name == bands.Scale);
            if (scale is null) yield return new(scheme.Name, $"The scheme {scheme.Name} bands {bands.Scale}, which is not a scale.");
            else if (bands.Edges.IsEmpty || bands.Edges.Min() > scale.Min || bands.Edges.Max() > scale.Max) yield return new(scheme.Name, $"The bands of {bands.Scale} in {scheme.Name} do not cover {scale.Min} to {scale.Max}.");
            if (words.Length != bands.Edges.Length) yield return new(scheme.Name, $"The bands of {bands.Scale} in {scheme.Name} have {bands.Edges.Length} edges and {words.Length} words.") { Field = bands.Words.IsEmpty ? "Words" : "Edges" };
        }
    }

    /// <summary>Names of imported forms are long; a file format that takes fewer characters shortens its columns.</summary>
    private static bool IsColumnName(string name) =>
        name.Length is > 0 and <= 64 && name[0] is >= 'a' and <= 'z' && name.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '_');
}
