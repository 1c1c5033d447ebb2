using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Instruments.Linking;

namespace SosLongitudinal.Study.Instruments.Comparing;

/// <summary>Holds one version against another, item by item: repeating sections once, as declared.</summary>
public static class Comparison
{
    /// <param name="before">The version that forms were filled on; <c>null</c> for a first version, in which everything is added.</param>
    public static ImmutableArray<ItemChange> Of(InstrumentDefinition? before, InstrumentDefinition after, IEnumerable<ItemLink> links)
    {
        var linked = links.Where(l => l.From == before?.Version && l.To == after.Version).ToLookup(l => l.Item);
        var (was, becomes) = (Declared(before), Declared(after));
        return
        [
            .. before is null ? [] : FormChanges.Of(before, after),
            .. becomes.SelectMany(n => was.FirstOrDefault(o => Name(o) == Name(n)) is { } old ? ItemChanges.Of(before!, old, after, n, linked[n.Name]) : [new ItemChange(ChangeKind.Added, Name(n), "", Question(n))]),
            .. was.Where(o => becomes.All(n => Name(n) != Name(o))).Select(o => new ItemChange(ChangeKind.Dropped, Name(o), Question(o), "")),
            .. before is null ? [] : SectionChanges.Of(before, after),
            .. before is null ? [] : Languages.OfChoices(before, after),
            .. ScaleChanges.Of(before, after),
            .. BandChanges.Of(before, after),
        ];
    }

    internal static string Question(Item item) => string.Create(CultureInfo.InvariantCulture, $"{item.Number}. {item.Caption()} ({ItemTypeWords.Of(item.Type)})");

    private static string Name(Item item) => item.Declared ?? item.Name;

    private static List<Item> Declared(InstrumentDefinition? definition) => [.. (definition?.Items ?? []).Where(i => i.Instance <= 1)];
}
