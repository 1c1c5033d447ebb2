using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.Responses;

/// <summary>What a file's columns are to one definition: whose form it is, its particulars, its items. Item columns may carry the informant's prefix.</summary>
internal sealed class ResponseColumns
{
    /// <summary>In front of a particular's name where the instrument has an item of that name.</summary>
    private const string Own = "sos_";

    /// <summary>What was wrong with a row when it was sent before: of no use to whoever reads it again.</summary>
    public const string FaultColumn = "sos_fault";

    private static readonly ImmutableArray<string> Asked = ["id", "completed_on", "respondent", "mode", "language", "reason"];

    private readonly Dictionary<string, int> particulars = [];

    private ResponseColumns(InstrumentDefinition definition, IReadOnlyList<string> header)
    {
        var items = new Dictionary<string, (int At, ItemCells Cells)>(StringComparer.Ordinal);
        var ignored = ImmutableArray.CreateBuilder<string>();
        var faults = ImmutableArray.CreateBuilder<RowFault>();
        for (var at = 0; at < header.Count; at++)
        {
            var name = header[at].Trim();
            if (name.Length == 0) ignored.Add(string.Create(CultureInfo.InvariantCulture, $"column {new CellPlace("", 1, at + 1).Letters} (it has no name)"));
            else if (Plain(name) == FaultColumn) continue;
            else if (ItemOf(definition, name) is { } item)
            {
                if (item.Type is ItemType.Note or ItemType.Computed) ignored.Add(name);
                else if (!items.TryAdd(item.Name, (at, new(definition, item)))) faults.Add(new(1, name, null, "import.column-twice", $"Two columns hold item {item.Name}. Remove one of them."));
            }
            else if (Particular(definition, name) is { } particular)
            {
                if (!particulars.TryAdd(particular, at)) faults.Add(new(1, name, null, "import.column-twice", $"Two columns hold the {particular}. Remove one of them."));
            }
            else ignored.Add(name);
        }
        Items = [.. items.Values];
        Ignored = ignored.DrainToImmutable();
        Absent = [.. definition.Items.Where(i => i.Type is not (ItemType.Note or ItemType.Computed) && !items.ContainsKey(i.Name)).Select(i => i.Name)];
        if (Items.IsEmpty) faults.Add(new(1, null, null, "import.no-items", $"No column is an item of {definition}. Its items are {string.Join(", ", definition.Shape.Names.Take(40))}."));
        Faults = faults.DrainToImmutable();
    }

    public ImmutableArray<(int At, ItemCells Cells)> Items { get; }

    /// <summary>Columns that are neither.</summary>
    public ImmutableArray<string> Ignored { get; }

    /// <summary>Items without a column; they are saved as not stated.</summary>
    public ImmutableArray<string> Absent { get; }

    public ImmutableArray<RowFault> Faults { get; }

    public static ResponseColumns Of(InstrumentDefinition definition, IReadOnlyList<string> header) => new(definition, header);

    /// <summary>The names of a file's columns in the order of the paper form, for a file that has no rows yet.</summary>
    public static IEnumerable<string> Names(InstrumentDefinition definition) =>
    [
        .. Asked.Select(name => definition.ItemOf(name) is null ? name : Own + name),
        .. definition.Items.Where(i => i.Type is not (ItemType.Note or ItemType.Computed)).Select(i => definition.ColumnOf(i.Name)),
    ];

    /// <summary>Where a particular stands; -1 where the file has no such column.</summary>
    public int At(string particular) => particulars.GetValueOrDefault(particular, -1);

    /// <summary>A heading whatever its case, and with spaces or hyphens for underscores.</summary>
    public static string Plain(string heading) => heading.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    private static Item? ItemOf(InstrumentDefinition definition, string name)
    {
        if (definition.ItemOf(name) is { } exact) return exact;
        var lower = Plain(name);
        if (definition.ItemOf(lower) is { } item) return item;
        return definition.Prefix.Length > 0 && lower.StartsWith(definition.Prefix, StringComparison.Ordinal) ? definition.ItemOf(lower[definition.Prefix.Length..]) : null;
    }

    private static string? Particular(InstrumentDefinition definition, string name)
    {
        var lower = Plain(name);
        if (lower.StartsWith(Own, StringComparison.Ordinal) && definition.ItemOf(lower[Own.Length..]) is not null) lower = lower[Own.Length..];
        return ParticularOf(lower);
    }

    /// <summary>Also as the study's own long tables name them.</summary>
    public static string? ParticularOf(string name) => name switch
    {
        "id" or "subject" or "member" or "member_id" or "child_id" => "id",
        "family" or "family_id" => "family",
        "serial" or "alias" => "serial",
        "site" => "site",
        "respondent" => "respondent",
        "completed_on" or "date" or "date_completed" => "completed_on",
        "mode" => "mode",
        "language" => "language",
        "reason" => "reason",
        _ => null,
    };
}
