using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Dictionaries;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Records;

/// <summary>What one column of the data is.</summary>
internal sealed record RedcapColumn(int At, string Heading)
{
    /// <summary>The item that its cells answer, and its definition; absent where they are not taken.</summary>
    public InstrumentDefinition? Of { get; init; }

    public ItemCells? Cells { get; init; }

    /// <summary>The choice whose box the column is, for "select all that apply".</summary>
    public string? Box { get; init; }

    /// <summary>Why its cells are not taken; <c>null</c> where they are.</summary>
    public string? NotTaken { get; init; }

    /// <summary>The record's id, the event and what numbers repeats: not answers.</summary>
    public bool IsFrame { get; init; }

    public static IEnumerable<RedcapColumn> All(IReadOnlyList<string> header, DictionaryReading forms, bool withIdentifiers)
    {
        var items = forms.Definitions.SelectMany(d => d.Items.Select(i => (Definition: d, Item: i))).DistinctBy(p => p.Item.Name).ToDictionary(p => p.Item.Name, p => (p.Definition, Cells: new ItemCells(p.Definition, p.Item)), StringComparer.Ordinal);
        for (var at = 0; at < header.Count; at++)
        {
            var name = header[at];
            var column = new RedcapColumn(at, name);
            if (name.Equals(forms.RecordId, StringComparison.OrdinalIgnoreCase) || name.StartsWith("redcap_", StringComparison.Ordinal)) yield return column with { IsFrame = true };
            else if (name.EndsWith("_complete", StringComparison.Ordinal) && !items.ContainsKey(CleanNames.OfItem(name))) yield return column with { NotTaken = "whether a form is complete: here a form is saved or not" };
            else
            {
                var (field, box) = name.IndexOf("___", StringComparison.Ordinal) is > 0 and var cut ? (name[..cut], name[(cut + 3)..].Replace('_', '-')) : (name, null);
                yield return items.TryGetValue(CleanNames.OfItem(field), out var found) ? Taken(column with { Of = found.Definition, Cells = found.Cells, Box = box }, withIdentifiers)
                    : column with { NotTaken = "a field that no form here has: a file, a signature, or not in the dictionary" };
            }
        }
    }

    private static RedcapColumn Taken(RedcapColumn column, bool withIdentifiers) => column.Cells!.Item switch
    {
        { Type: ItemType.Computed } => column with { NotTaken = "a calculation: it is made here" },
        { Type: ItemType.Note } => column with { NotTaken = "a text that takes no answer" },
        { Identifies: true } when !withIdentifiers => column with { NotTaken = "it identifies a person" },
        _ => column,
    };
}
