using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Imports;

public sealed class ImportPageTests(RunningStudy study)
{
    private static readonly string Day = $"{OpenedStudy.Today.AddDays(-3):yyyy-MM-dd}";
    private static readonly string[] Items = [.. Study.Instruments.InstrumentShelf.Library[OpenedStudy.Sdq].Items.Take(25).Select(i => i.Name)];
    private static readonly object Sdq = new { Instrument = $"{OpenedStudy.Sdq}", Wave = "t1" };

    [Fact]
    public async Task A_file_is_checked_on_the_page_and_then_taken_in()
    {
        var family = await study.Family();
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        var check = await visitor.Upload("/imports/responses", Sdq, "Csv", "spring.csv", $"id,completed_on,{string.Join(',', Items)}\n{family.Id},{Day},{string.Join(',', Items.Select((_, i) => i % 3))}\n");
        Assert.Equal("spring.csv", check.Document.QuerySelector("#report")!.TextContent);
        Assert.Contains("Save 1 form", check.Document.QuerySelector("main form button")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await study.Grains.Family(family.Id).Read())!.Forms);

        var saved = await visitor.Send(check, "/imports/responses?handler=Take", new { });
        Assert.Equal("/imports/responses", saved.Location);
        Assert.Contains("spring.csv: 1 form saved", (await visitor.Get("/imports/responses")).Text, StringComparison.Ordinal);
        Assert.Single((await study.Grains.Family(family.Id).Read())!.Forms);
    }

    [Fact]
    public async Task An_empty_file_of_the_instrument_has_its_columns()
    {
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        var file = await visitor.Post("/imports/responses?handler=Empty", Sdq);
        Assert.StartsWith("id,completed_on,respondent,mode,language,reason,pconsid,", file.Text, StringComparison.Ordinal);
        (await visitor.Post("/imports/responses?handler=Empty", new { Instrument = "" })).ShouldAskFor("Instrument", "Choose which instrument the rows are forms of.");
    }

    [Fact]
    public async Task Rows_at_fault_are_a_table_and_the_rest_can_be_saved()
    {
        var (good, bad) = (await study.Family(), await study.Family());
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        var check = await visitor.Upload("/imports/responses", Sdq, "Csv", "mixed.csv", $"id,completed_on,pconsid\n{good.Id},{Day},2\n{bad.Id},{Day},7\n");
        Assert.Equal(["3", "pconsid", "7"], check.Document.QuerySelectorAll("main tbody td").Take(3).Select(c => c.TextContent));
        var saved = await visitor.Send(check, "/imports/responses?handler=Take", new { });
        Assert.Single((await study.Grains.Family(good.Id).Read())!.Forms);
        Assert.Empty((await study.Grains.Family(bad.Id).Read())!.Forms);
        Assert.Contains("Get the 1 row to correct as a file", saved.Text, StringComparison.Ordinal);
        var toCorrect = await visitor.Send(saved, "/imports/responses?handler=Faulty", new { });
        Assert.Contains($"id,completed_on,pconsid,sos_fault\r\n{bad.Id},{Day},7,", toCorrect.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{good.Id}", toCorrect.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_asked_for_and_another_persons_file_is_not_found()
    {
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        (await visitor.Upload("/imports/responses", new { Instrument = "", Wave = "t1" }, "Csv", "a.csv", "x")).ShouldAskFor("Instrument", "Choose which instrument the rows are forms of.");
        (await visitor.Post("/imports/responses", new { })).ShouldAskFor("Csv", "Choose a CSV file or a workbook.");
        var family = await study.Family();
        var check = await visitor.Upload("/imports/responses", Sdq, "Csv", "mine.csv", $"id,completed_on,pconsid\n{family.Id},{Day},2\n");
        var other = await study.At(RunningStudy.OwnSite, Roles.Administrator);
        var page = await other.Get("/imports/responses");
        var taken = await other.Send(page, "/imports/responses?handler=Take", new { Instrument = $"{OpenedStudy.Sdq}", Wave = "t1", Kept = check.ValueOf("Kept") });
        Assert.Contains("no longer held", taken.Words + taken.Text, StringComparison.Ordinal);
        Assert.Empty((await study.Grains.Family(family.Id).Read())!.Forms);
    }
}
