using System.IO.Compression;
using System.Text;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Exchange.XlsForms;
using SosLongitudinal.Tests.Exchange.Kit;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Exchange.Sheets;

public sealed class WorkbookTests
{
    [Fact]
    public void Text_comes_back_as_it_was_written()
    {
        var cells = new[] { "type", "é 漢字 \U0001F600", "a\nb", "_x0041_", "<&>\"'", "=1+1", "  ".Trim(), "last" };
        var read = Workbook.Read(WorkbookWriting.Write(new([new("survey", [new(1, [.. cells])])]))).Accepted();
        Assert.Equal(cells, read.Find("SURVEY")!.Rows[0].Cells);
    }

    [Fact]
    public void Formulas_numbers_dates_and_truths_are_read_by_their_saved_values()
    {
        var sheet = "<row r=\"3\"><c r=\"A3\" t=\"str\"><f>A1&amp;B1</f><v>joined</v></c><c r=\"B3\"><f>1/3</f><v>0.333333333333333</v></c><c r=\"C3\"><v>2014111</v></c><c r=\"D3\" t=\"b\"><v>1</v></c><c r=\"E3\"><v>1E-3</v></c></row>";
        var row = Workbook.Read(WithSheet(sheet)).Accepted().Sheets[0].Rows.Single();
        Assert.Equal((3, "joined 0.333333333333333 2014111 true 0.001"), (row.Number, string.Join(' ', row.Cells)));
    }

    [Fact]
    public void A_workbook_that_expands_too_far_is_refused_before_it_takes_memory()
    {
        var bomb = WithPart("xl/worksheets/sheet1.xml", stream =>
        {
            var zeros = Enumerable.Repeat((byte)' ', 1 << 20).ToArray();
            stream.Write("<worksheet>"u8);
            for (var i = 0; i < 400; i++) stream.Write(zeros);
        });
        Assert.True(bomb.Length < 2_000_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("sheet.expands", Workbook.Read(bomb).Refused().Code);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
    }

    [Fact]
    public void A_workbook_that_says_it_is_small_and_is_not_is_refused()
    {
        var bomb = WithPart("xl/worksheets/sheet1.xml", stream =>
        {
            var zeros = Enumerable.Repeat((byte)' ', 1 << 20).ToArray();
            for (var i = 0; i < 60; i++) stream.Write(zeros);
        });
        // the sizes in the directory are what a reader may believe before it opens a part
        for (var at = 0; at + 28 < bomb.Length; at++)
        {
            if (bomb.AsSpan(at, 4).SequenceEqual("PK\u0001\u0002"u8) && BitConverter.ToInt32(bomb, at + 24) > 1 << 20) BitConverter.TryWriteBytes(bomb.AsSpan(at + 24), 100);
        }
        Assert.Contains(Workbook.Read(bomb).Refused().Code, new[] { "sheet.expands", "sheet.damaged" });
    }

    [Fact]
    public void A_workbook_with_thousands_of_parts_is_refused()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 3_000; i++) archive.CreateEntry($"xl/worksheets/sheet{i}.xml");
        }
        Assert.Equal("sheet.expands", Workbook.Read(file.ToArray()).Refused().Code);
    }

    [Theory]
    [InlineData("ZZZZZZZ1"), InlineData("A2000000"), InlineData("XFE1")]
    public void A_cell_that_lies_on_no_sheet_is_refused(string address) =>
        Assert.Equal("sheet.off-the-sheet", Workbook.Read(WithSheet($"<row r=\"1\"><c r=\"{address}\"><v>1</v></c></row>")).Refused().Code);

    [Fact]
    public void A_hidden_column_without_a_width_does_not_make_a_workbook_damaged() =>
        Assert.Equal("type", Workbook.Read(WithPart("xl/worksheets/sheet1.xml", s => s.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cols><col min=\"1\" max=\"1\" hidden=\"true\"/></cols><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>type</v></c></row></sheetData></worksheet>"u8))).Accepted().Sheets[0].Rows[0][0]);

    [Theory]
    [InlineData("<html><body><table></table></body></html>"), InlineData("\ufeff <?xml version=\"1.0\"?><Workbook/>"), InlineData("<!DOCTYPE html><p>Not signed in</p>")]
    public void A_page_that_is_called_a_workbook_is_not_read_as_rows(string text) =>
        Assert.Equal("sheet.not-sheets", Workbook.Read(Encoding.UTF8.GetBytes(text)).Refused().Code);

    [Fact]
    public void An_open_document_is_named_as_one()
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in (string[])["mimetype", "content.xml"]) archive.CreateEntry(part).Open().Dispose();
        }
        Assert.Equal("sheet.open-document", Workbook.Read(file.ToArray()).Refused().Code);
    }

    [Fact]
    public void Entities_that_name_entities_are_refused() =>
        Assert.Equal("sheet.damaged", Workbook.Read(WithPart("xl/worksheets/sheet1.xml", s => s.Write("<!DOCTYPE x [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><worksheet>&b;</worksheet>"u8))).Refused().Code);

    [Fact]
    public void More_than_100_000_rows_are_refused()
    {
        Assert.Equal(100_000, Workbook.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 100_000)))).Accepted().Sheets[0].Rows.Length);
        Assert.Equal("sheet.too-many-rows", XlsForm.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 50_001))), new()).Refused().Code);
        Assert.Equal("sheet.too-many-rows", Workbook.Read(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", 100_001)))).Refused().Code);
    }

    [Theory]
    [InlineData("utf-8"), InlineData("utf-16"), InlineData("utf-16BE")]
    public void A_csv_file_is_read_by_its_byte_order_mark(string encoding)
    {
        var how = Encoding.GetEncoding(encoding);
        Assert.Equal("é", Workbook.Read([.. how.GetPreamble(), .. how.GetBytes("\"é\",b\n")]).Accepted().Sheets[0].Rows[0][0]);
    }

    [Fact]
    public void A_csv_file_in_another_encoding_is_read_as_windows_1252_and_that_is_said()
    {
        var grid = Workbook.Read([0xE9, (byte)',', 0x80, (byte)'\n']).Accepted();
        Assert.Equal(["é", "€"], grid.Sheets[0].Rows[0].Cells);
        Assert.Contains("Windows-1252", Assert.Single(grid.Notes).Sentence);
    }

    [Theory]
    [InlineData(new byte[] { }, "sheet.empty")]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 1, 2, 3 }, "sheet.damaged")]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3 }, "sheet.damaged")]
    [InlineData(new byte[] { 1, 0, 2, 0 }, "sheet.not-sheets")]
    [InlineData(new byte[] { (byte)'"', (byte)'a' }, "sheet.broken-csv")]
    public void What_is_no_workbook_is_refused_with_what_to_do(byte[] file, string code)
    {
        var why = Workbook.Read(file).Refused();
        Assert.Equal(code, why.Code);
        Assert.EndsWith(".", why.Sentence);
    }

    private static byte[] WithSheet(string rows) => WithPart("xl/worksheets/sheet1.xml", s => s.Write(Encoding.UTF8.GetBytes($"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>")));

    private static byte[] WithPart(string name, Action<Stream> write)
    {
        using var file = new MemoryStream();
        file.Write(WorkbookWriting.Write(FormSketch.Grid("survey\n| type | name |")));
        using (var archive = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry(name)!.Delete();
            using var part = archive.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            write(part);
        }
        return file.ToArray();
    }
}
