using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Extracts.Recipes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Tables;

/// <summary>One row of a batch, read by column name. A cell without a value is <c>null</c>; <see cref="Missing"/> says why.</summary>
public readonly struct TableRow(TableBatch batch, int row)
{
    public string? Text(string column) => batch.Array(column) switch
    {
        DictionaryArray words => Word(words),
        StringArray ids => ids.GetString(row) is { Length: > 0 } id ? id : null,
        _ => throw new InvalidCastException($"Column {column} does not hold texts."),
    };

    /// <summary>A cell as a category: its code or word, or the reason for no value in brackets.</summary>
    public string Shown(string column) => batch.Shown(column)(row);

    public int? Number(string column)
    {
        var cell = Dense(column);
        return DenseCode.IsCode(cell) ? cell : null;
    }

    public DateOnly? Date(string column) =>
        batch.Array(column) is Date32Array days ? Cells.IsMissingDay(days.Values[row]) ? null : Cells.DateOf(days.Values[row]) : throw new InvalidCastException($"Column {column} does not hold dates.");

    /// <summary>Why a code or count is not there; <c>null</c> where it is.</summary>
    public MissingReason? Missing(string column) => DenseCode.IsCode(Dense(column)) ? null : DenseCode.ReasonOf(Dense(column));

    private short Dense(string column) =>
        batch.Array(column) is Int16Array dense ? dense.Values[row] : throw new InvalidCastException($"Column {column} does not hold numbers.");

    private string? Word(DictionaryArray words)
    {
        var entry = ((Int16Array)words.Indices).Values[row];
        return Cells.IsMissingWord(entry) ? null : ((StringArray)words.Dictionary).GetString(entry);
    }
}

/// <summary>A batch with its columns by name.</summary>
public sealed class TableBatch
{
    private readonly RecordBatch batch;
    private readonly Dictionary<string, IArrowArray> columns;
    private readonly Dictionary<string, Func<int, string>> shown = new(StringComparer.OrdinalIgnoreCase);

    public TableBatch(RecordBatch batch)
    {
        this.batch = batch;
        columns = batch.Schema.FieldsList.Select((f, i) => (f.Name, Array: batch.Column(i))).ToDictionary(c => c.Name, c => c.Array, StringComparer.OrdinalIgnoreCase);
    }

    public static TableBatch Read(ReadOnlyMemory<byte> message) => new(ArrowIpc.Read(message));

    public IEnumerable<TableRow> Rows => Enumerable.Range(0, batch.Length).Select(row => new TableRow(this, row));

    public bool Has(string column) => columns.ContainsKey(column);

    internal Func<int, string> Shown(string column)
    {
        if (!shown.TryGetValue(column, out var read)) shown.Add(column, read = CellText.WithReasons(Array(column)));
        return read;
    }

    internal IArrowArray Array(string column) => columns.TryGetValue(column, out var array) ? array : throw new KeyNotFoundException($"The table has no column {column}.");
}
