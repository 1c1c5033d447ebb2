using System.Text;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Extracts.Readers;

namespace SosLongitudinal.Tests.Extracts.Files;

public sealed class EdgeTests
{
    private static readonly string[] Formats = ["sav", "zsav", "dta"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_thousand_columns_keep_their_names_labels_and_cells()
    {
        Assert.SkipUnless(HavenTable.IsThere, HavenTable.Absent);
        var sketch = new TableSketch("wide", [.. Enumerable.Range(0, 10_000).Select(n => new SketchColumn(
            new($"t{n % 9 + 1}_a_name_that_is_far_too_long_for_one_of_them_{n}", $"Label {n}", ColumnType.Code) { Values = [new("0", "No"), new("1", "Yes")] }, n % 2, MissingReason.Refused, n % 5))]);
        using var written = new Written();
        foreach (var format in (string[])["sav", "dta"]) await written.File(sketch, new(FileFormat.Find(format)!), $"t.{format}", Cancel);
        foreach (var table in await HavenTable.Read(written.Folder, ["t.sav", "t.dta"], Cancel))
        {
            Assert.Equal(10_000, table.Columns.Select(c => c.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.Equal(Enumerable.Range(0, 10_000).Select(n => $"Label {n}"), table.Columns.Select(c => c.Label));
            Assert.Equal(Enumerable.Range(0, 10_000).Select(n => $"{n % 2} {n % 5}"), table.Columns.Select(c => $"{c.Cells[0]} {c.Cells[2]}"));
            Assert.All(table.Columns, c => Assert.Equal(("101", MissingReasons.All.Length + 2), (c.There, c.Values.Count)));
        }
    }

    [Fact]
    public async Task A_text_of_32767_bytes_is_one_variable_and_whole()
    {
        Assert.SkipUnless(HavenTable.IsThere && PsppTable.IsThere, HavenTable.Absent);
        var longest = string.Concat(Enumerable.Repeat("né漢", 5_461)) + "x";
        Assert.Equal(32_767, Encoding.UTF8.GetByteCount(longest));
        var sketch = new TableSketch("long", [new(new("before", "Before", ColumnType.Count), 1, 2, 3), new(new("text", "Text", ColumnType.Text), longest, "", "short"), new(new("after", "After", ColumnType.Count), 4, 5, 6)]);
        using var written = new Written();
        foreach (var format in Formats) await written.File(sketch, new(FileFormat.Find(format)!), $"t.{format}", Cancel);
        var haven = await HavenTable.Read(written.Folder, [.. Formats.Select(f => $"t.{f}")], Cancel);
        foreach (var table in haven) Assert.Equal(["1 2 3", "4 5 6"], table.Columns.Where(c => c.Name != "text").Select(c => string.Join(' ', c.Cells)));
        Assert.Equal([longest[..^1], longest[..^1], longest], haven.Select(t => t.Columns[1].Cells[0][2..])); // of the longest text that SPSS holds, haven reads all but the last byte
        foreach (var table in await PsppTable.Read(written.Folder, ["t.sav", "t.zsav"], Cancel)) Assert.Equal([longest, "", "short"], table.Columns[1].Cells);
    }

    [Fact]
    public async Task More_variables_than_release_118_counts_make_release_119()
    {
        Assert.SkipUnless(HavenTable.IsThere, HavenTable.Absent);
        var sketch = new TableSketch("wider", [.. Enumerable.Range(0, 32_768).Select(n => new SketchColumn(new($"v{n}", "", n == 32_767 ? ColumnType.Text : ColumnType.Count), n == 32_767 ? "at the end" : n % 100))]);
        using var written = new Written();
        await written.File(sketch, new(FileFormat.Dta), "wider.dta", Cancel);
        Assert.StartsWith("<stata_dta><header><release>119<", Encoding.ASCII.GetString(await File.ReadAllBytesAsync(Path.Combine(written.Folder, "wider.dta"), Cancel), 0, 40));
        var table = Assert.Single(await HavenTable.Read(written.Folder, ["wider.dta"], Cancel));
        Assert.Equal(32_768, table.Columns.Length);
        Assert.Equal(("66", "s:at the end"), (table.Columns[32_766].Cells[0], table.Columns[32_767].Cells[0]));
    }

    [Fact]
    public async Task A_text_that_spss_cannot_hold_is_refused_before_the_first_byte()
    {
        var sketch = new TableSketch("long", [new(new("text", "", ColumnType.Text), new string('x', 32_768))]);
        var refused = await TableFiles.Ready(sketch.Table, sketch.Messages(), new(FileFormat.Sav), Cancel);
        Assert.Equal("file.text-too-long", refused.Match(_ => "", why => why.Code));
        var zero = new TableSketch("zero", [new(new("text", "", ColumnType.Text), "a\0b")]);
        Assert.Equal("file.zero-in-text", (await TableFiles.Ready(zero.Table, zero.Messages(), new(FileFormat.Dta), Cancel)).Match(_ => "", why => why.Code));
        var early = new TableSketch("early", [new(new("day", "", ColumnType.Date), new DateOnly(1582, 10, 14))]);
        Assert.Equal("file.date-too-early", (await TableFiles.Ready(early.Table, early.Messages(), new(FileFormat.Sav), Cancel)).Match(_ => "", why => why.Code));
    }
}
