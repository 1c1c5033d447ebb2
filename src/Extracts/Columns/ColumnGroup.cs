using System.Collections.Immutable;

namespace SosLongitudinal.Extracts.Columns;

/// <summary>Neighbouring columns that are filled together, and how a filler for a batch of so many rows is made.</summary>
public sealed record ColumnGroup<TRow>(ImmutableArray<Column> Columns, Func<int, Filler<TRow>> Open);

/// <summary>
/// One column as it is read from a part of a row (a family, a wave, a form); <see cref="Over{TRow}"/> makes it a column of a table by saying which part.
/// </summary>
public abstract record ColumnSpec<T>(Column Column)
{
    public abstract ColumnGroup<TRow> Over<TRow>(Func<TRow, T> part, string prefix = "", string labelPrefix = "");
}

/// <summary>Makes column specifications.</summary>
public static class Spec
{
    public static ColumnSpec<T> Count<T>(string name, string label, Func<T, short> read) => new Dense<T>(new(name, label, ColumnType.Count), read);

    public static ColumnSpec<T> Code<T>(Column column, Func<T, short> read) => new Dense<T>(column, read);

    public static ColumnSpec<T> YesNo<T>(string name, string label, Func<T, short> read) =>
        new Dense<T>(new(name, label, ColumnType.Code) { Values = [new("0", "No"), new("1", "Yes")] }, read);

    public static ColumnSpec<T> Text<T>(string name, string label, Func<T, TextCell> read) => new Open<T>(new(name, label, ColumnType.Text), read);

    public static ColumnSpec<T> Decimal<T>(Column column, Func<T, TextCell> read) => new Open<T>(column, read);

    public static ColumnSpec<T> Id<T>(string name, string label, Func<T, string> read) => new Ids<T>(new(name, label, ColumnType.Id), read);

    /// <summary>A text that stands for one worker or interviewer.</summary>
    public static ColumnSpec<T> Key<T>(string name, string label, Func<T, TextCell> read) => new Open<T>(new(name, label, ColumnType.Text) { IsKey = true }, read);

    public static ColumnSpec<T> Date<T>(string name, string label, Func<T, int> read) => new Dates<T>(new(name, label, ColumnType.Date), read);

    /// <param name="read">Gives an entry: <see cref="Cells.Word(int)"/>.</param>
    public static ColumnSpec<T> Words<T>(string name, string label, IReadOnlyList<string> words, Func<T, int> read, IEnumerable<ValueLabel>? labels = null) =>
        new Fixed<T>(new(name, label, ColumnType.Text) { Values = [.. labels ?? words.Select(w => new ValueLabel(w, w))] }, words, read);

    private sealed record Dense<T>(Column Column, Func<T, short> Read) : ColumnSpec<T>(Column)
    {
        public override ColumnGroup<TRow> Over<TRow>(Func<TRow, T> part, string prefix, string labelPrefix)
        {
            var read = Read;
            return new([Column.As(prefix, labelPrefix)], capacity => new DenseFiller<TRow>(row => read(part(row)), capacity));
        }
    }

    private sealed record Dates<T>(Column Column, Func<T, int> Read) : ColumnSpec<T>(Column)
    {
        public override ColumnGroup<TRow> Over<TRow>(Func<TRow, T> part, string prefix, string labelPrefix)
        {
            var read = Read;
            return new([Column.As(prefix, labelPrefix)], capacity => new DateFiller<TRow>(row => read(part(row)), capacity));
        }
    }

    private sealed record Ids<T>(Column Column, Func<T, string> Read) : ColumnSpec<T>(Column)
    {
        public override ColumnGroup<TRow> Over<TRow>(Func<TRow, T> part, string prefix, string labelPrefix)
        {
            var read = Read;
            return new([Column.As(prefix, labelPrefix)], capacity => new IdFiller<TRow>(row => read(part(row)), capacity));
        }
    }

    private sealed record Open<T>(Column Column, Func<T, TextCell> Read) : ColumnSpec<T>(Column)
    {
        public override ColumnGroup<TRow> Over<TRow>(Func<TRow, T> part, string prefix, string labelPrefix)
        {
            var read = Read;
            return new([Column.As(prefix, labelPrefix)], capacity => new TextFiller<TRow>(row => read(part(row)), capacity));
        }
    }

    private sealed record Fixed<T>(Column Column, IReadOnlyList<string> List, Func<T, int> Read) : ColumnSpec<T>(Column)
    {
        public override ColumnGroup<TRow> Over<TRow>(Func<TRow, T> part, string prefix, string labelPrefix)
        {
            var read = Read;
            var dictionary = Arrays.Strings([.. TextFiller<T>.ReasonWords, .. List]);
            return new([Column.As(prefix, labelPrefix)], capacity => new WordFiller<TRow>(dictionary, row => read(part(row)), capacity));
        }
    }
}
