using System.Globalization;
using System.Text;
using System.Text.Json;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using CsCheck;
using DuckDB.NET.Data;
using ExcelDataReader;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Study.Instruments;
using Sylvan.Data.Csv;

namespace SosLongitudinal.Tests.Extracts.Files;

public sealed class PlainFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A cell as formats without codes hold it: as text, or nothing.</summary>
    private static string? Meant(SketchColumn column, SketchCell cell) => column.Column.Type switch
    {
        ColumnType.Id => cell.Text is { Length: > 0 } id ? id : null,
        _ when cell.Reason is not null => null,
        ColumnType.Decimal => cell.Text == "NaN" ? null : double.Parse(cell.Text!, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        ColumnType.Text => cell.Text,
        ColumnType.Date => Cells.DateOf(cell.Number).ToString("O", CultureInfo.InvariantCulture),
        _ => cell.Number.ToString(CultureInfo.InvariantCulture),
    };

    private static void Same(TableSketch sketch, Func<int, int, object?> read)
    {
        for (var i = 0; i < sketch.Columns.Length; i++)
            for (var row = 0; row < sketch.Rows; row++) Assert.Equal(Meant(sketch.Columns[i], sketch.Columns[i].Cells[row]), Shown(read(row, i)));
    }

    private static string? Shown(object? value) => value switch
    {
        null or DBNull => null,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime time => DateOnly.FromDateTime(time).ToString("O", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture),
    };

    [Fact]
    public async Task Duckdb_reads_parquet_cells_and_labels_as_they_were_meant() => await Some.Table.SampleAsync(async sketch =>
    {
        using var written = new Written();
        await written.File(sketch, new(FileFormat.Parquet), "t.parquet", Cancel);
        var path = Path.Combine(written.Folder, "t.parquet");
        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        using var command = duck.CreateCommand();
        command.CommandText = $"SELECT * FROM read_parquet('{path}')";
        using (var reader = command.ExecuteReader())
        {
            var rows = new List<object[]>();
            Assert.Equal(sketch.Columns.Length, reader.FieldCount);
            while (reader.Read())
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                rows.Add(row);
            }
            Assert.Equal(sketch.Rows, rows.Count);
            Same(sketch, (row, i) => rows[row][i]);
        }
        command.CommandText = $"SELECT decode(value) FROM parquet_kv_metadata('{path}') WHERE decode(key) = 'columns'";
        var columns = JsonDocument.Parse((string)command.ExecuteScalar()!).RootElement;
        foreach (var column in sketch.Columns) Assert.Equal(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(column.Column.Label)), columns.GetProperty(column.Column.Name).GetProperty("label").GetString());
    }, iter: 30, threads: 1);

    [Fact]
    public async Task An_arrow_file_has_nulls_labels_and_a_footer() => await Some.Table.SampleAsync(async sketch =>
    {
        using var written = new Written();
        await written.File(sketch, new(FileFormat.Arrow), "t.arrow", Cancel);
        await using var stream = File.OpenRead(Path.Combine(written.Folder, "t.arrow"));
        using var reader = new ArrowFileReader(stream);
        var start = 0;
        while (await reader.ReadNextRecordBatchAsync(Cancel) is { } batch)
        {
            for (var i = 0; i < batch.ColumnCount; i++)
                for (var row = 0; row < batch.Length; row++)
                    Assert.Equal(Meant(sketch.Columns[i], sketch.Columns[i].Cells[start + row]), Shown(batch.Column(i) switch
                    {
                        Int16Array whole => whole.GetValue(row),
                        DoubleArray number => number.GetValue(row),
                        Date32Array day => day.GetDateTime(row),
                        StringArray text => text.GetString(row),
                        _ => throw new InvalidOperationException(),
                    }));
            Assert.Equal(sketch.Columns.Select(c => c.Column.Label), batch.Schema.FieldsList.Select(f => f.Metadata["label"]));
            start += batch.Length;
        }
        Assert.Equal(sketch.Rows, start);
    }, iter: 30, threads: 1);

    [Fact]
    public async Task Each_line_of_json_is_a_row() => await Some.Table.SampleAsync(async sketch =>
    {
        using var written = new Written();
        await written.File(sketch, new(FileFormat.JsonLines), "t.jsonl", Cancel);
        var rows = File.ReadLines(Path.Combine(written.Folder, "t.jsonl")).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(sketch.Rows, rows.Count);
        Same(sketch, (row, i) => rows[row].GetProperty(sketch.Columns[i].Column.Name) is var cell && cell.ValueKind == JsonValueKind.Number ? cell.GetDouble() : cell.GetString());
    }, iter: 60, threads: 1);

    [Fact]
    public async Task A_tsv_read_by_another_reader_is_what_was_meant_and_begins_with_a_mark_where_asked() => await Some.Table.SampleAsync(async sketch =>
    {
        using var written = new Written();
        await written.File(sketch, new(FileFormat.Tsv) { ByteOrderMark = true }, "t.tsv", Cancel);
        var path = Path.Combine(written.Folder, "t.tsv");
        Assert.True(File.ReadAllBytes(path).AsSpan().StartsWith("\uFEFF"u8));
        using var reader = CsvDataReader.Create(path, new CsvDataReaderOptions { Delimiter = '\t', BufferSize = 1 << 20 });
        Assert.Equal(sketch.Columns.Select(c => Guarded(c.Column.Name, names: true)), Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        for (var row = 0; reader.Read(); row++)
            for (var i = 0; i < sketch.Columns.Length; i++)
                Assert.Equal(Text(sketch.Columns[i], sketch.Columns[i].Cells[row]), reader.GetString(i));
    }, iter: 60, threads: 1);

    /// <summary>Texts are guarded against being taken for formulas; decimals stand as they came.</summary>
    private static string Text(SketchColumn column, SketchCell cell) =>
        cell.Reason is not null ? "" : column.Column.Type == ColumnType.Decimal ? cell.Text! : column.Column.Type is ColumnType.Text or ColumnType.Id ? Guarded(cell.Text!) : Meant(column, cell)!;

    private static string Guarded(string text, bool names = false) => text.Length > 0 && (text[0] is '=' or '+' or '-' or '@' || text[0] < ' ') ? "'" + text : names ? text : text;

    [Fact]
    public async Task Excel_has_rows_columns_and_values_on_three_sheets()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sketch = new TableSketch("t", [
            new(new("family", "Family", ColumnType.Id), "F1", "=1+1"),
            new(new("q1", "Question", ColumnType.Code) { Values = [new("0", "No"), new("1", "Yes")] }, 1, MissingReason.Refused),
            new(new("on", "Day", ColumnType.Date), new DateOnly(2026, 2, 28), MissingReason.NotDue),
            new(new("score", "Score", ColumnType.Decimal), "1.5", "NaN"),
        ]);
        using var written = new Written();
        await written.File(sketch, new(FileFormat.Xlsx) { Missing = MissingStyle.Words }, "t.xlsx", Cancel);
        await using var stream = File.OpenRead(Path.Combine(written.Folder, "t.xlsx"));
        using var reader = ExcelReaderFactory.CreateReader(stream);
        List<object?[]> Sheet()
        {
            var rows = new List<object?[]>();
            while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            return rows;
        }
        var data = Sheet();
        Assert.Equal([["family", "q1", "on", "score"], ["F1", 1d, new DateTime(2026, 2, 28), 1.5], ["=1+1", "refused", "not-due", null]], data);
        Assert.True(reader.NextResult());
        Assert.Contains(Sheet(), row => row[0] is "q1" && row[1] is "Question");
        Assert.True(reader.NextResult());
        Assert.Contains(Sheet(), row => row is ["q1", "1", "Yes"] or ["q1", 1d, "Yes"]);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("jsonl")]
    [InlineData("parquet")]
    [InlineData("xlsx")]
    public async Task Codes_that_real_values_have_are_refused_before_the_first_byte(string format)
    {
        var sketch = new TableSketch("t", [new(new("change", "", ColumnType.Count), 3, -91)]);
        var refused = await TableFiles.Ready(sketch.Table, sketch.Messages(), new(FileFormat.Find(format)!) { Missing = MissingStyle.Codes }, Cancel);
        Assert.Equal("missing.collides", refused.Match(_ => "", why => why.Code));
    }
}
