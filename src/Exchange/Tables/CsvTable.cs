using Sylvan.Data.Csv;

namespace SosLongitudinal.Exchange.Tables;

/// <summary>CSV as it streams in.</summary>
internal sealed class CsvTable : FileTable
{
    private readonly CsvDataReader csv;
    private readonly CsvText text;
    private int row;

    private CsvTable(CsvDataReader csv, CsvText text)
    {
        (this.csv, this.text) = (csv, text);
        row = text.Passed;
    }

    public override int Row => row;

    public override int Count => csv.RowFieldCount;

    public override bool IsDecimalComma => text.Delimiter != ',';

    public override IEnumerable<string> Notes => text.Notes;

    public static async Task<CsvTable> Open(CsvText text, TableLimits limits, CancellationToken cancellation)
    {
        var options = new CsvDataReaderOptions { HasHeaders = false, Delimiter = text.Delimiter, Comment = '\0', MaxBufferSize = limits.LongestRow, OwnsReader = false };
        return new(await CsvDataReader.CreateAsync(text.Reader, options, cancellation), text);
    }

    public override ReadOnlySpan<char> Cell(int at) => csv.GetFieldSpan(at).Trim();

    public override async ValueTask DisposeAsync()
    {
        await csv.DisposeAsync();
        text.Dispose();
    }

    protected override async ValueTask<bool> Read(CancellationToken cancellation)
    {
        row++; // first, so that a row that cannot be read is the one named
        return await csv.ReadAsync(cancellation);
    }
}
