using System.Globalization;
using System.Text;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Xlsx;

/// <summary>The sheets' rows as the library takes them, made as it asks for them.</summary>
internal static class XlsxRows
{
    public static IEnumerable<IDictionary<string, object?>> Of(FileTable table, FileChoice choice, TableSpool spool, CancellationToken cancellation)
    {
        var any = false;
        foreach (var message in spool.Read(cancellation).ToBlockingEnumerable(cancellation))
        {
            using var batch = ArrowIpc.Read(message);
            var cells = table.Columns.Select((column, i) => Cell(batch.Column(i), column, choice)).ToArray();
            for (var row = 0; row < batch.Length; row++)
            {
                cancellation.ThrowIfCancellationRequested();
                var made = new Dictionary<string, object?>(cells.Length);
                for (var i = 0; i < cells.Length; i++) made.Add(table.Columns[i].Name, cells[i](row));
                any = true;
                yield return made;
            }
        }
        if (!any) yield return table.Columns.ToDictionary(c => c.Name, _ => (object?)null); // the header stands over one empty row
    }

    public static IEnumerable<IDictionary<string, object?>> Columns(FileTable table) =>
        table.Columns.Select(c => new Dictionary<string, object?> { ["name"] = c.Name, ["label"] = c.Label, ["type"] = c.Type.ToString().ToLowerInvariant(), ["level"] = c.Level.ToString().ToLowerInvariant() });

    public static IEnumerable<IDictionary<string, object?>> Values(FileTable table, FileChoice choice)
    {
        foreach (var column in table.Columns)
            foreach (var value in column.Values) yield return Line(column.Name, value.Value, value.Label);
        foreach (var reason in MissingReasons.All)
            yield return Line("(missing)", Reason(reason, choice)?.ToString() ?? "(empty)", reason.Words());

        static Dictionary<string, object?> Line(string column, string value, string label) => new() { ["column"] = column, ["value"] = value, ["label"] = label };
    }

    private static Func<int, object?> Cell(IArrowArray array, Column column, FileChoice choice)
    {
        switch (array)
        {
            case Int16Array dense:
                return row => dense.Values[row] is var cell && DenseCode.IsCode(cell) ? (int)cell : Reason(DenseCode.ReasonOf(cell), choice);
            case Date32Array days:
                return row => days.Values[row] is var day && Cells.IsMissingDay(day) ? Reason(Cells.ReasonOfDay(day), choice) : Cells.DateOf(day).ToDateTime(TimeOnly.MinValue);
            case StringArray ids:
                return row => ids.GetBytes(row) is { IsEmpty: false } id ? Encoding.UTF8.GetString(id) : null;
            case DictionaryArray words:
                var values = Words((StringArray)words.Dictionary, column.Type == ColumnType.Decimal, choice);
                var entries = (Int16Array)words.Indices;
                return row => values[entries.Values[row]];
            default:
                throw new InvalidDataException($"Column {column.Name} is of a kind that no file has.");
        }
    }

    private static object?[] Words(StringArray words, bool numbers, FileChoice choice) => [.. Enumerable.Range(0, words.Length).Select(i =>
        Cells.IsMissingWord(i) ? Reason((MissingReason)i, choice)
        : !numbers ? words.GetString(i)
        : double.TryParse(words.GetBytes(i), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null)];

    private static object? Reason(MissingReason reason, FileChoice choice) => choice.Missing switch
    {
        MissingStyle.Words => reason.Name(),
        MissingStyle.Codes => choice.Codes.Of(reason),
        _ => null,
    };
}
