using SosLongitudinal.Exchange.Sheets;

namespace SosLongitudinal.Exchange.Tables;

/// <summary>The first sheet of a workbook that holds anything.</summary>
internal sealed class SheetTable(Grid grid) : FileTable
{
    private readonly Sheet sheet = grid.Sheets.FirstOrDefault(s => !s.Rows.IsEmpty) ?? new("", []);
    private int at = -1;

    public override int Row => sheet.Rows[at].Number;

    public override int Count => Math.Max(Header.Length, sheet.Rows[at].Cells.Length);

    public override bool IsDecimalComma => true;

    public override IEnumerable<string> Notes => grid.Sheets.Count(s => !s.Rows.IsEmpty) > 1 ? [$"Only the first sheet, '{sheet.Name}', was read."] : [];

    public override ReadOnlySpan<char> Cell(int at) => sheet.Rows[this.at][at];

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override ValueTask<bool> Read(CancellationToken cancellation) => ValueTask.FromResult(++at < sheet.Rows.Length);
}
