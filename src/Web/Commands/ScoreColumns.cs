using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Web.Commands;

/// <summary>Which columns of a file hold items that count in a score, and what each takes.</summary>
public sealed class ScoreColumns
{
    private readonly InstrumentDefinition definition;

    private ScoreColumns(InstrumentDefinition definition, ImmutableArray<(int At, int Place, Item Item)> items)
    {
        this.definition = definition;
        Items = items;
    }

    /// <summary>Column, place in the definition, and item.</summary>
    public ImmutableArray<(int At, int Place, Item Item)> Items { get; }

    /// <summary><c>null</c> where the header cannot be used; the faults say why. Items without a column are named and count as unanswered.</summary>
    public static ScoreColumns? Of(InstrumentDefinition definition, List<string> header, TextWriter faults)
    {
        var items = header.Select((name, at) => (At: at, Place: definition.Shape.IndexOf(name.Trim()))).Where(c => c.Place >= 0)
            .Select(c => (c.At, c.Place, Item: definition.Items[c.Place])).Where(c => c.Item.Type is ItemType.Code or ItemType.Number).ToImmutableArray();
        var clashes = ScoreText.Added(definition).Intersect(header).Select(name => $"row 1: the file has a column {name} already; rename it")
            .Concat(items.GroupBy(c => c.Item.Name).Where(g => g.Count() > 1).Select(g => $"row 1: the column {g.Key} stands twice")).ToList();
        if (items.IsEmpty) clashes.Add($"row 1: no column is an item of {definition.Id}; its items are {string.Join(", ", definition.Shape.Names)}");
        foreach (var clash in clashes) faults.WriteLine(clash);
        if (clashes.Count > 0) return null;

        var scored = definition.Scales.SelectMany(s => s.Items.Concat(s.Gate is { } gate ? [gate.Item] : []));
        var absent = scored.Distinct().Except(items.Select(c => c.Item.Name)).ToList();
        if (absent.Count > 0) faults.WriteLine($"not in the file, so counted as unanswered: {string.Join(", ", absent)}");
        return new(definition, items);
    }

    public bool Allows(Item item, int code) => DenseCode.Fits(code) && (item.Type == ItemType.Code ? AllowedAnswers.HasCode(definition, item, code) : !(code < item.Min) && !(code > item.Max));

    public string Allowed(Item item) => AllowedAnswers.Words(definition, item);
}
