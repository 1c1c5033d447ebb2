using System.Text;
using CsCheck;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Exchange.Responses;

public sealed class ResponseFileTests
{
    private static readonly InstrumentDefinition Sdq = InstrumentShelf.Library["sdq-p-4-17"];
    private static readonly InstrumentDefinition Parent = InstrumentShelf.Library["parent-questionnaire"];

    private static async Task<Decision<ResponseFile>> Read(byte[] csv, InstrumentDefinition? of = null, string? missing = null) =>
        await ResponseFile.Read(new MemoryStream(csv), new(_ => of ?? Sdq, missing), TestContext.Current.CancellationToken);

    private static Task<Decision<ResponseFile>> Read(string csv, InstrumentDefinition? of = null, string? missing = null) => Read(Encoding.UTF8.GetBytes(csv), of, missing);

    private static async Task<ResponseRow> Row(string csv, InstrumentDefinition? of = null, string? missing = null)
    {
        var file = (await Read(csv, of, missing)).Accepted();
        Assert.Empty(file.Faults);
        return file.Rows.Single();
    }

    [Theory]
    [InlineData("consid")]
    [InlineData("pconsid")]
    [InlineData("PConsid")]
    public async Task An_item_is_named_with_or_without_its_informant(string column)
    {
        var row = await Row($"id,completed_on,{column}\nK3X9QD7,2026-03-01,2\n");
        Assert.Equal(Answer.Of(2), row.Answers["consid"]);
        Assert.Equal(Answer.Of(MissingReason.NotStated), row.Answers["fights"]);
    }

    [Fact]
    public async Task Particulars_are_read_and_what_is_left_out_has_its_default()
    {
        var said = await Row("\uFEFFserial,site,respondent,completed_on,mode,language,reason,consid\n S-1 ,ashmere,teacher,2026-03-01,case-file,cy,came late,1\n");
        Assert.Equal(("S-1", "ashmere", "teacher", new DateOnly(2026, 3, 1), FormMode.CaseFile, "cy", "came late"), (said.Serial, said.Site, said.Respondent, said.CompletedOn, said.Mode, said.Language, said.Reason));
        var silent = await Row("id,completed_on,consid\nK3X9QD7,2026-03-01,1\n");
        Assert.Equal(("", FormMode.Paper, "en", ""), (silent.Respondent, silent.Mode, silent.Language, silent.Reason));
    }

    [Fact]
    public async Task An_empty_file_names_every_column_and_none_that_is_not_taken()
    {
        foreach (var instrument in InstrumentShelf.Library.Newest)
        {
            var columns = ResponseFile.Empty(instrument).Trim().Split(',');
            var row = columns.Select(c => c is "id" or "sos_id" ? "K3X9QD7" : c is "completed_on" or "sos_completed_on" ? "2026-03-01" : "");
            var file = (await Read($"{string.Join(',', columns)}\r\n{string.Join(',', row)}\r\n", instrument)).Accepted();
            Assert.Empty(file.ColumnsNotTaken);
            Assert.Empty(file.ItemsNotInFile);
            Assert.DoesNotContain(file.Faults, f => f.Row == 1);
        }
    }

    [Fact]
    public async Task A_label_is_as_good_as_its_code_in_any_case()
    {
        var item = Parent.Items.First(i => i.Type == ItemType.Code && Parent.ChoicesOf(i).All(c => c.Label is not null));
        foreach (var choice in Parent.ChoicesOf(item))
        {
            var row = await Row($"id,completed_on,{item.Name}\nK3X9QD7,2026-03-01,\"{choice.Label!.ToUpperInvariant()}\"\n", Parent);
            Assert.Equal(Answer.Of(choice.Code), row.Answers[item.Name]);
        }
    }

    [Fact]
    public async Task A_missing_code_is_no_answer_for_the_reason_that_it_was_given()
    {
        var row = await Row("id,completed_on,consid,fights,lies,kind\nK3X9QD7,2026-03-01,9,7,dont-know,\n", missing: "7,9=refused");
        Assert.Equal(Answer.Of(MissingReason.Refused), row.Answers["consid"]);
        Assert.Equal(Answer.Of(MissingReason.NotStated), row.Answers["fights"]);
        Assert.Equal(Answer.Of(MissingReason.DontKnow), row.Answers["lies"]);
        Assert.Equal(Answer.Of(MissingReason.NotStated), row.Answers["kind"]);
        Assert.Equal("import.missing-codes", (await Read("id,completed_on,consid\nK3X9QD7,2026-03-01,1\n", missing: "1")).Refused().Code);
        Assert.Contains("refused, dont-know", (await Read("id,completed_on,consid\nK3X9QD7,2026-03-01,1\n", missing: "9=gone")).Refused().Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_cannot_be_taken_is_named_by_row_column_and_value_and_the_other_rows_stand()
    {
        var file = (await Read("id,completed_on,pconsid,fights\nK3X9QD7,2026-03-01,5,yes\nK3X9QD7,2026-03-02,1,0\nK3X9QD7,1 March,1,0\n,2026-03-01\n")).Accepted();
        Assert.Equal(
            [(2, "fights", "yes"), (2, "pconsid", "5"), (4, "completed_on", "1 March"), (5, null, null)],
            file.Faults.Select(f => (f.Row, f.Column, f.Value)));
        Assert.Contains("one of 0, 1, 2", file.Faults[1].Sentence, StringComparison.Ordinal);
        Assert.Equal(3, file.Rows.Single().Row);
        Assert.Equal(4, file.RowCount);
    }

    [Fact]
    public async Task Columns_that_are_nothing_and_items_without_a_column_are_listed()
    {
        var file = (await Read("id,completed_on,consid,shoe size\nK3X9QD7,2026-03-01,1,41\n")).Accepted();
        Assert.Equal("shoe size", file.ColumnsNotTaken.Single());
        Assert.Contains("fights", file.ItemsNotInFile);
        Assert.DoesNotContain("consid", file.ItemsNotInFile);
    }

    [Theory]
    [InlineData("import.empty", "")]
    [InlineData("import.empty", "id,completed_on,consid\n")]
    [InlineData("import.no-id", "name,completed_on,consid\nx,2026-03-01,1\n")]
    [InlineData("import.no-date", "id,consid\nK3X9QD7,1\n")]
    [InlineData("import.quote", "id,completed_on,consid\n\"K3X9QD7,2026-03-01,1\n")]
    public async Task A_file_that_is_none_is_refused_as_a_whole(string code, string csv) => Assert.Equal(code, (await Read(csv)).Refused().Code);

    [Fact]
    public async Task A_file_without_any_item_or_with_one_twice_is_at_fault_in_its_first_row()
    {
        Assert.Equal("import.no-items", (await Read("id,completed_on,x\nK3X9QD7,2026-03-01,1\n")).Accepted().Faults.Single().Code);
        Assert.Equal("import.column-twice", (await Read("id,completed_on,consid,pconsid\nK3X9QD7,2026-03-01,1,2\n")).Accepted().Faults.Single().Code);
    }

    [Fact]
    public Task What_a_row_says_does_not_depend_on_the_order_of_its_columns() =>
        Gen.Select(Gen.Int[0, 2].Array[25], Gen.Int[0, 1000]).SampleAsync(async (answers, seed) =>
        {
            var cells = Sdq.Items.Take(25).Select((item, i) => (item.Name, Cell: $"{answers[i]}")).Append(("id", "K3X9QD7")).Append(("completed_on", "2026-03-01")).ToList();
            var mixed = cells.OrderBy(c => HashCode.Combine(seed, c.Item1)).ToList();
            var (one, other) = (await Row(Csv(cells)), await Row(Csv(mixed)));
            return one.Content == other.Content && one.Answers.Equals(other.Answers);

            static string Csv(IEnumerable<(string Name, string Cell)> row) => $"{string.Join(',', row.Select(c => c.Name))}\n{string.Join(',', row.Select(c => c.Cell))}\n";
        }, iter: 200);

    [Fact]
    public Task Any_bytes_are_read_or_refused() =>
        Gen.Byte.Array[0, 400].SampleAsync(async noise =>
        {
            _ = await Read(noise);
            _ = await Read([.. "id,completed_on,consid\n"u8, .. noise]);
        }, iter: 2_000);
}
