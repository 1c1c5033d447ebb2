using System.Globalization;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Responses;

/// <summary>One item's cells: codes, or the names and labels of its choices in any language, become what a person would key.</summary>
internal sealed class ItemCells
{
    private static readonly char[] Between = [';', '|'];

    private readonly Dictionary<string, string> codes = new(StringComparer.OrdinalIgnoreCase);

    public ItemCells(InstrumentDefinition definition, Item item)
    {
        Item = item;
        if (item.Type is not (ItemType.Code or ItemType.Codes or ItemType.Ranking)) return;
        var choices = definition.ChoicesOf(item);
        foreach (var choice in choices) codes.TryAdd(Text(choice), Text(choice)); // a code always means itself
        foreach (var choice in choices)
            foreach (var word in (IEnumerable<string?>)[choice.Name, choice.Label, .. choice.Labels.Values])
                if (word is { Length: > 0 }) codes.TryAdd(word.Trim(), Text(choice));
    }

    public Item Item { get; }

    /// <summary>As it would be keyed. What is neither code, name nor label stays as it is, for the rule to refuse.</summary>
    public string Keyed(string cell) => Item.Type switch
    {
        ItemType.Code => Code(cell),
        ItemType.Codes or ItemType.Ranking => codes.TryGetValue(cell, out var one) ? one : string.Join(' ', Parts(cell).Select(Code)),
        _ => cell,
    };

    /// <summary>Programs that keep columns with gaps as decimal numbers write 1 as 1.0.</summary>
    public static string Whole(string cell) => cell.TrimEnd('0') is { Length: > 1 } text && text.Length < cell.Length && text[^1] is '.' or ',' && int.TryParse(text[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) ? text[..^1] : cell;

    private string Code(string cell) => codes.TryGetValue(cell, out var code) ? code : codes.GetValueOrDefault(Whole(cell), cell);

    private static string[] Parts(string cell) =>
        cell.Split(cell.IndexOfAny(Between) >= 0 ? Between : [' ', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Text(Choice choice) => choice.Code.ToString(CultureInfo.InvariantCulture);
}
