using System.Text;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Exchange.XlsForms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Exchange.Kit;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Exchange.Responses;

/// <summary>Files of responses as people's spreadsheets leave them.</summary>
public sealed class UntidyFileTests
{
    private static readonly InstrumentDefinition Sdq = InstrumentShelf.Library["sdq-p-4-17"];
    private static readonly InstrumentDefinition Own = XlsForm.Read(WorkbookWriting.Write(FormSketch.Grid("""
        survey
        | type | name | label |
        | date | seen | Seen |
        | decimal | weight | Weight |
        """)), new() { FileName = "own.xlsx" }).Accepted().Definition!;

    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private const string Tidy = "id,completed_on,reason,consid\nK3X9QD7,2026-03-01,café,2\n";

    private static Task<Decision<ResponseFile>> Decide(byte[] file, InstrumentDefinition? of = null, string? missing = null) =>
        ResponseFile.Read(new MemoryStream(file), new(_ => of ?? Sdq, missing), TestContext.Current.CancellationToken);

    private static async Task<ResponseFile> Read(string csv, InstrumentDefinition? of = null, string? missing = null) => (await Decide(Encoding.UTF8.GetBytes(csv), of, missing)).Accepted();

    private static async Task<ResponseRow> Row(string csv, InstrumentDefinition? of = null, string? missing = null)
    {
        var file = await Read(csv, of, missing);
        Assert.Empty(file.Faults);
        return file.Rows.Single();
    }

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with its mark", "utf-16", "utf-16 big-endian", "utf-16 without its mark", "windows-1252"];

    [Theory, MemberData(nameof(Encodings))]
    public async Task A_file_says_the_same_in_every_encoding(string name)
    {
        byte[] file = name switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(Tidy),
            "utf-8 with its mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Tidy)],
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Tidy)],
            "utf-16 big-endian" => [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Tidy)],
            "utf-16 without its mark" => Encoding.Unicode.GetBytes(Tidy),
            _ => Western.GetBytes(Tidy),
        };
        var read = (await Decide(file)).Accepted();
        var row = Assert.Single(read.Rows);
        Assert.Equal(("K3X9QD7", "café", Answer.Of(2)), (row.Id, row.Reason, row.Answers["consid"]));
        Assert.Equal(name == "windows-1252", read.Notes.Any(n => n.Contains("Windows-1252", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("id;completed_on;consid\nK3X9QD7;2026-03-01;2\n")]
    [InlineData("id\tcompleted_on\tconsid\nK3X9QD7\t2026-03-01\t2\n")]
    [InlineData("sep=;\r\nid;completed_on;consid\r\nK3X9QD7;2026-03-01;2\r\n")]
    [InlineData("id|completed_on|consid\nK3X9QD7|2026-03-01|2\n")]
    [InlineData("\n\n,,,\nid,completed_on,consid\n\nK3X9QD7,2026-03-01,2\n,,\n\n")]
    [InlineData("id,completed_on,consid,,\nK3X9QD7,2026-03-01,2,,,,\n")]
    [InlineData("id,completed_on,consid,,\nK3X9QD7,2026-03-01,2\n")]
    [InlineData(" ID , Completed On , PConsid \n k3x9qd7 , 01/03/2026 , 2.0 \n")]
    [InlineData("Family ID,Date completed,CONSID,sos_fault\nK3X9QD7,1 March 2026,2,consid: wrong before\n")]
    public async Task A_file_says_the_same_however_it_is_laid_out(string csv)
    {
        var file = await Read(csv);
        Assert.Empty(file.Faults);
        var row = Assert.Single(file.Rows);
        Assert.Equal(("K3X9QD7", new DateOnly(2026, 3, 1), Answer.Of(2)), (row.Id.ToUpperInvariant(), row.CompletedOn, row.Answers["consid"]));
        Assert.Equal(1, file.RowCount);
    }

    [Fact]
    public async Task Rows_are_counted_as_a_spreadsheet_counts_them()
    {
        var file = await Read("\nid,completed_on,reason,consid\n\nK3X9QD7,2026-03-01,\"two\nlines, \"\"quoted\"\"\",1\n,,,\nK3X9QD7,2026-03-01,,9\n");
        Assert.Equal((4, "two\nlines, \"quoted\""), (file.Rows.Single().Row, file.Rows.Single().Reason));
        Assert.Equal(6, file.Faults.Single().Row);
    }

    [Fact]
    public async Task A_column_without_a_name_is_listed_and_a_cell_right_of_the_last_is_a_fault()
    {
        var file = await Read("id,completed_on,,consid\nK3X9QD7,2026-03-01,x,1\nK3X9QD7,2026-03-01,,1,3\n");
        Assert.Equal("column C (it has no name)", file.ColumnsNotTaken.Single());
        Assert.Equal((3, "import.row-length"), (file.Faults.Single().Row, file.Faults.Single().Code));
    }

    [Theory]
    [InlineData("25/03/2026", "2026-03-25")]
    [InlineData("25.3.2026", "2026-03-25")]
    [InlineData("03/04/2026", "2026-04-03")]
    [InlineData("2026-03-25 00:00:00", "2026-03-25")]
    [InlineData("2026-03-25T09:30", "2026-03-25")]
    [InlineData("2026/03/25", "2026-03-25")]
    [InlineData("25-Mar-2026", "2026-03-25")]
    public async Task A_day_is_read_with_the_day_before_the_month(string typed, string day)
    {
        Assert.Equal(day, $"{(await Row($"id,completed_on,consid\nK3X9QD7,{typed},1\n")).CompletedOn:yyyy-MM-dd}");
        Assert.Equal(day, $"{((Answer.Date)(await Row($"id,completed_on,seen\nK3X9QD7,2026-08-01,{typed}\n", Own)).Answers["seen"]).Value:yyyy-MM-dd}");
    }

    [Theory]
    [InlineData("03/25/2026", "2026-03-25")]
    [InlineData("25/03/26", "four figures")]
    [InlineData("31/02/2026", "Must be a day")]
    [InlineData("46081", "Must be a day")]
    [InlineData("", "Give the day")]
    public async Task A_day_that_cannot_be_read_says_how_to_write_it(string typed, string sentence)
    {
        var fault = Assert.Single((await Read($"id,completed_on,consid\nK3X9QD7,{typed},1\n")).Faults);
        Assert.Equal((2, "completed_on", typed), (fault.Row, fault.Column, fault.Value));
        Assert.Contains(sentence, fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_date_with_the_month_first_makes_those_doubtful_that_can_be_read_both_ways()
    {
        var file = await Read("id,completed_on,consid\nK3X9QD7,03/04/2026,1\nK3X9QD7,2026-03-01,1\nK3X9QD7,03/03/2026,1\nK3X9QD7,03/25/2026,1\n");
        Assert.Equal([(2, "import.day-or-month"), (5, "import.date")], file.Faults.OrderBy(f => f.Row).Select(f => (f.Row, f.Code)));
        Assert.Equal([3, 4], file.Rows.Select(r => r.Row));
    }

    [Theory]
    [InlineData(",", "\"2,5\"", "2.5")]
    [InlineData(";", "2,5", "2.5")]
    [InlineData(";", "1,125", "1.125")]
    [InlineData(",", "2.50", "2.5")]
    [InlineData(",", "3", "3")]
    public async Task A_number_may_have_a_decimal_comma(string between, string typed, string number)
    {
        Assert.Equal(Answer.Of(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)), (await Row(string.Join(between, "id", "completed_on", "weight") + "\n" + string.Join(between, "K3X9QD7", "2026-03-01", typed) + "\n", Own)).Answers["weight"]);
    }

    [Fact]
    public async Task A_comma_that_may_part_thousands_is_not_guessed()
    {
        var fault = Assert.Single((await Read($"id,completed_on,weight\nK3X9QD7,2026-03-01,\"1,125\"\n", Own)).Faults);
        Assert.Contains("1234.5", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_numbers_written_with_decimals_are_codes_and_missing_codes()
    {
        var row = await Row("id,completed_on,consid,fights\nK3X9QD7,2026-03-01,1.0,9.0\n", missing: "9=refused");
        Assert.Equal((Answer.Of(1), Answer.Of(MissingReason.Refused)), (row.Answers["consid"], row.Answers["fights"]));
        Assert.Contains("name it among the codes", (await Read("id,completed_on,consid\nK3X9QD7,2026-03-01,NA\n")).Faults.Single().Sentence, StringComparison.Ordinal);
        Assert.Equal(Answer.Of(MissingReason.NotStated), (await Row("id,completed_on,consid\nK3X9QD7,2026-03-01,NA\n", missing: "NA")).Answers["consid"]);
    }

    [Fact]
    public async Task A_workbook_is_as_good_as_csv_and_says_the_same()
    {
        var workbook = (await Decide(Book(["id", "completed_on", "reason", "consid"], ["K3X9QD7", "2026-03-01", "café", "2"], ["K3X9QD7", "", "", "2"]))).Accepted();
        Assert.Equal((await Read(Tidy)).Rows.Single().Content, workbook.Rows.Single().Content);
        Assert.Equal((3, "completed_on"), (workbook.Faults.Single().Row, workbook.Faults.Single().Column));
    }

    [Fact]
    public async Task What_is_neither_csv_nor_a_workbook_is_refused_with_what_to_do()
    {
        Assert.Equal("import.not-a-table", (await Decide([0x89, 0x50, 0, 0, 1, 2, 3, 0, 0, 0])).Refused().Code);
        Assert.Equal("sheet.damaged", (await Decide([0x50, 0x4B, 0x03, 0x04, 0, 0])).Refused().Code);
        Assert.Contains("as CSV", (await Decide(Book([.. Enumerable.Range(0, 100_002).Select(i => new[] { "x" })]))).Refused().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_million_rows_are_refused_before_they_are_all_read()
    {
        using var file = new Endless("id,completed_on,consid\n", "K3X9QD7,2026-03-01,1\n", 1_000_000);
        var why = (await ResponseFile.Read(file, new(_ => Sdq), TestContext.Current.CancellationToken)).Refused();
        Assert.Equal("import.too-many-rows", why.Code);
        Assert.InRange(file.Lines, ResponseFile.MostRows, ResponseFile.MostRows + 50_000);
    }

    [Fact]
    public async Task Rows_at_fault_come_back_as_a_file_that_corrected_can_be_sent_again()
    {
        var csv = Encoding.UTF8.GetBytes("id;completed_on;reason;consid\nK3X9QD7;2026-03-01;one;1\n\nK3X9QD7;1/3/2026;\"is; \"\"that\"\"\nso\";9\n");
        var file = (await Decide(csv)).Accepted();
        var faulty = (await ResponseFile.Faulty(new MemoryStream(csv), file.Faults, TestContext.Current.CancellationToken)).Accepted();
        var text = Encoding.UTF8.GetString(faulty);
        Assert.StartsWith("\uFEFFid,completed_on,reason,consid,sos_fault\r\nK3X9QD7,1/3/2026,\"is; \"\"that\"\"\nso\",9,\"Was row 4. consid: ", text, StringComparison.Ordinal);

        var again = (await Decide(Encoding.UTF8.GetBytes(text.Replace(",9,", ",2,", StringComparison.Ordinal)))).Accepted();
        Assert.Empty(again.Faults);
        Assert.Empty(again.ColumnsNotTaken);
        Assert.Equal(("is; \"that\"\nso", Answer.Of(2)), (again.Rows.Single().Reason, again.Rows.Single().Answers["consid"]));
        var twice = (await ResponseFile.Faulty(new MemoryStream(faulty), (await Decide(faulty)).Accepted().Faults, TestContext.Current.CancellationToken)).Accepted();
        Assert.Equal(text.Replace("Was row 4", "Was row 2", StringComparison.Ordinal), Encoding.UTF8.GetString(twice));
    }

    private static byte[] Book(params string[][] rows) => WorkbookWriting.Write(new([new("Sheet1", [.. rows.Select((r, i) => new SheetRow(i + 1, [.. r]))])]));

    /// <summary>As many equal lines as there are to be, made when they are asked for.</summary>
    private sealed class Endless(string header, string line, int of) : Stream
    {
        private byte[] rest = Encoding.UTF8.GetBytes(header);

        public int Lines { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            if (rest.Length == 0)
            {
                if (Lines == of) return 0;
                var next = Math.Min(1_000, of - Lines);
                rest = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(line, next)));
                Lines += next;
            }
            var taken = Math.Min(buffer.Length, rest.Length);
            rest.AsSpan(0, taken).CopyTo(buffer);
            rest = rest[taken..];
            return taken;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
