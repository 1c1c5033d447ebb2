using System.Collections.Immutable;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>Long: one row per form. Wide: one row per child or family, each wave in columns of its own.</summary>
public enum DatasetShape { Long = 0, Wide = 1 }

/// <summary>A table that families are projected into: its columns in order, and what one row is. Immutable; shared by all who ask.</summary>
public sealed class Dataset
{
    internal Dataset(string name, DatasetShape shape, string title, RowUnit unit, IEnumerable<ColumnGroup<FamilyReading>> groups)
    {
        (Name, Shape, Title, Unit, Groups) = (name, shape, title, unit, [.. groups]);
        Columns = Unique(Groups.SelectMany(g => g.Columns));
        Schema = new Schema(Columns.Select(FieldOf), new Dictionary<string, string> { ["dataset"] = name });
    }

    /// <summary>As in the address: <c>sdq</c>, <c>families</c>.</summary>
    public string Name { get; }

    public DatasetShape Shape { get; }

    public string Title { get; }

    public RowUnit Unit { get; }

    /// <summary>Names are unique ignoring case.</summary>
    public ImmutableArray<Column> Columns { get; }

    public Schema Schema { get; }

    internal ImmutableArray<ColumnGroup<FamilyReading>> Groups { get; }

    /// <summary>
    /// The same rows with fewer columns: those named and, where a named one is filled together with neighbours, these too. What is not asked for is not worked out.
    /// </summary>
    public Dataset Select(params IEnumerable<string> names)
    {
        var wanted = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(Name, Shape, Title, Unit, Groups.Where(g => g.Columns.Any(c => wanted.Contains(c.Name))));
    }

    /// <summary>Whether a column had to be called otherwise than its group calls it, so that with fewer columns its name would change.</summary>
    public bool HasRenamed => !Columns.Select(c => c.Name).SequenceEqual(Groups.SelectMany(g => g.Columns).Select(c => c.Name), StringComparer.Ordinal);

    /// <summary>How many columns <see cref="WithKeys"/> puts in front.</summary>
    public const int Keys = 3;

    /// <summary>The same rows with three more columns in front that never leave: the family, the day it was sampled, and whether it was ever interviewed. Rows that are of no family have none.</summary>
    public Dataset WithKeys() => Unit.IsOfFamilies ? new(Name, Shape, Title, Unit, [.. FamilyColumns.Keys, .. Groups]) : this;

    /// <summary>Whether a dictionary column holds numbers.</summary>
    internal static bool IsDecimal(Field field) => field.Metadata is { } told && told.ContainsKey(DecimalMark);

    private const string DecimalMark = "decimal";

    internal static Field FieldOf(Column column) =>
        new(column.Name, Arrays.TypeOf(column.Type), nullable: false, column.Type == ColumnType.Decimal ? new Dictionary<string, string> { [DecimalMark] = "1" } : null);

    /// <summary>An item may be called what a column of the frame is called; the later one gets a number.</summary>
    private static ImmutableArray<Column> Unique(IEnumerable<Column> columns)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return [.. columns.Select(column =>
        {
            var name = column.Name;
            for (var n = 2; !taken.Add(name); n++) name = $"{column.Name}_{n}";
            return column with { Name = name };
        })];
    }
}
