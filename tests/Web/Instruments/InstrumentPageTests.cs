using System.Net;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;
using Housing = SosLongitudinal.Tests.Kit.Housing;

namespace SosLongitudinal.Tests.Web.Instruments;

public sealed class InstrumentPageTests(RunningStudy study)
{
    [Fact]
    public async Task An_administrator_changes_a_form_mid_study_without_a_file()
    {
        await study.Published("page-housing");
        var administrator = await study.As(Roles.Administrator);
        Assert.Equal("/instruments/page-housing/draft", (await administrator.Post("/instruments/page-housing/draft", new { }, "Start")).Location);
        Assert.Equal("/instruments/page-housing/draft", (await administrator.Press("/instruments/page-housing/draft", "Drop", new { Item = "garden" })).Location);
        Assert.Equal("/instruments/page-housing/draft#item-noise", (await administrator.Post("/instruments/page-housing/draft/add", new Dictionary<string, string>
        {
            ["Name"] = "noise", ["Type"] = "Code", ["Fields.Label"] = "How often is it noisy?", ["Fields.Choices"] = "1 Never\n2 Often", ["Fields.Number"] = "5", ["After"] = "cold",
        })).Location);
        var edited = await administrator.Post("/instruments/page-housing/draft/items/tenure", new Dictionary<string, string> { ["Fields.Number"] = "2", ["Fields.Label"] = "How is the home held?", ["Fields.Choices"] = "1 Owns\n2 Rents" });
        Assert.Equal("/instruments/page-housing/draft#item-tenure", edited.Location);

        var compared = await administrator.Get("/instruments/page-housing/compare");
        Assert.Contains("garden Dropped", compared.Words, StringComparison.Ordinal);
        Assert.Contains("noise Added", compared.Words, StringComparison.Ordinal);
        Assert.Contains("tenure Choice dropped 3 Tied to a job", compared.Words, StringComparison.Ordinal);
        var today = OpenedStudy.Today;
        var published = await administrator.Post("/instruments/page-housing/publish", new Dictionary<string, string> { ["Wave"] = "t1", ["From.Day"] = $"{today.Day}", ["From.Month"] = $"{today.Month}", ["From.Year"] = $"{today.Year}" });
        Assert.Equal("/instruments/page-housing", published.Location);
        var shown = await administrator.Get("/instruments/page-housing");
        Assert.Contains("version 2", shown.Words, StringComparison.Ordinal);
        Assert.Contains("3 Tied to a job (no longer offered)", shown.Words, StringComparison.Ordinal);
        Assert.Contains("version 2 from", (await administrator.Get("/instruments/page-housing/in-force")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_with_another_meaning_are_told_and_settled_in_the_concordance()
    {
        await study.Published("page-links");
        await study.Ask(HttpMethod.Put, "instruments/page-links/draft", DraftedForms.Housing("page-links", Housing.Second));
        var administrator = await study.As(Roles.Administrator);
        Assert.Contains("4 things stand in the way of publishing", (await administrator.Get("/instruments/page-links/compare")).Words, StringComparison.Ordinal);

        var shown = await administrator.Get("/instruments/page-links/concordance");
        var rows = shown.Document.QuerySelectorAll("input[name$='.Item']").Select(i => i.GetAttribute("value")).ToList();
        var fields = new Dictionary<string, string>();
        foreach (var item in (string[])["damp", "cold"]) (fields[$"Rows[{rows.IndexOf(item)}].Kind"], fields[$"Rows[{rows.IndexOf(item)}].Table"]) = ("Recoded", "1=0 2=1 3=2");
        Assert.Equal("/instruments/page-links/compare", (await administrator.Post("/instruments/page-links/concordance", fields)).Location);
        Assert.DoesNotContain("in the way", (await administrator.Get("/instruments/page-links/compare")).Words, StringComparison.Ordinal);
        Assert.Contains("1=0 2=1 3=2", (await administrator.Get("/instruments/page-links?version=2")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recoding_that_cannot_be_read_comes_back_as_it_was_typed()
    {
        await study.Published("page-typed");
        await study.Ask(HttpMethod.Put, "instruments/page-typed/draft", DraftedForms.Housing("page-typed", Housing.Second));
        var page = await (await study.As(Roles.Administrator)).Post("/instruments/page-typed/concordance", new Dictionary<string, string> { ["Rows[0].Kind"] = "Recoded", ["Rows[0].Table"] = "1 to 0" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains("is not a recoding", page.Words, StringComparison.Ordinal);
        Assert.Equal("1 to 0", page.ValueOf("Rows[0].Table"));
    }

    [Fact]
    public async Task A_new_form_begins_with_a_title_and_is_published_once_it_has_an_item()
    {
        var administrator = await study.As(Roles.Administrator);
        (await administrator.Post("/instruments/new", new { Title = "", Code = "Our Form", Subject = "Family" })).ShouldAskFor("Title", "Enter a title.");
        Assert.Equal("/instruments/page-new/draft", (await administrator.Post("/instruments/new", new { Title = "Our form", Code = "page-new", Subject = "Family" })).Location);
        Assert.Contains("The form has no items.", (await administrator.Get("/instruments/page-new/compare")).Words, StringComparison.Ordinal);
        await administrator.Post("/instruments/page-new/draft/add", new Dictionary<string, string> { ["Name"] = "pets", ["Type"] = "Number", ["Fields.Label"] = "How many pets?", ["Fields.Number"] = "1" });
        Assert.Equal("/instruments/page-new", (await administrator.Post("/instruments/page-new/publish", new { Wave = "" })).Location);
        Assert.Contains("Our form", (await (await study.As(Roles.Researcher)).Get("/instruments")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_researcher_tries_a_form_out_and_sees_what_applies_and_scores()
    {
        var researcher = await study.As(Roles.Researcher);
        var fields = Enumerable.Range(0, 25).Select(i => Study.Instruments.InstrumentShelf.Library["sdq-p-4-17"].Items[i].Name).ToDictionary(n => $"answer.{n}", _ => "1");
        (fields["answer.ebddiff"], fields["On.Day"], fields["On.Month"], fields["On.Year"]) = ("0", "1", "3", "2016");
        var page = await researcher.Post("/instruments/sdq-p-4-17/preview", fields);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Total difficulties 20 40", page.Words, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Do not apply", page.Words, StringComparison.Ordinal);
        fields["answer.consid"] = "7";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await researcher.Post("/instruments/sdq-p-4-17/preview", fields)).Status);
    }

    [Fact]
    public async Task What_comes_of_a_form_that_is_tried_out_is_kept_as_a_test_case()
    {
        await study.Published("page-tried");
        var administrator = await study.As(Roles.Administrator);
        var fields = new Dictionary<string, string> { ["answer.damp"] = "2", ["answer.cold"] = "1", ["On.Day"] = "1", ["On.Month"] = "3", ["On.Year"] = "2016" };
        var tried = await administrator.Post("/instruments/page-tried/preview", fields);
        Assert.Contains("Keep this as a test case called", tried.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Keep this as a test case", (await (await study.As(Roles.Researcher)).Post("/instruments/page-tried/preview", fields)).Words, StringComparison.Ordinal);
        (await administrator.Send(tried, "/instruments/page-tried/preview?handler=Keep", fields)).ShouldAskFor("CaseName", "Enter a name for the test case, such as: no goals.");
        fields["CaseName"] = "damp now and then";
        Assert.Equal("/instruments/page-tried/cases", (await administrator.Send(tried, "/instruments/page-tried/preview?handler=Keep", fields)).Location);
        var kept = await administrator.Get("/instruments/page-tried/cases");
        Assert.Contains("all hold", kept.Words, StringComparison.Ordinal);
        Assert.Contains("damp now and then", kept.Document.QuerySelector("#Text")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_was_never_published_is_worked_out_while_it_is_tried()
    {
        var administrator = await study.As(Roles.Administrator);
        await administrator.Post("/instruments/new", new { Title = "Tried", Code = "page-drafted", Subject = "Family" });
        await administrator.Post("/instruments/page-drafted/draft/add", new Dictionary<string, string> { ["Name"] = "pets", ["Type"] = "Number", ["Fields.Number"] = "1" });
        await administrator.Post("/instruments/page-drafted/draft/add", new Dictionary<string, string> { ["Name"] = "which", ["Type"] = "Text", ["Fields.Number"] = "2", ["Fields.WithRules"] = "true", ["Fields.Relevant"] = "${pets} > 0" });
        var (status, look) = await study.Ask(HttpMethod.Post, "instruments/page-drafted/evaluate", """{ "keyed": { "pets": "0" }, "version": 1 }""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False(look.GetProperty("items")[1].GetProperty("applies").GetBoolean());
        Assert.Equal(HttpStatusCode.NotFound, (await study.Ask(HttpMethod.Post, "instruments/page-drafted/evaluate", """{ "version": 7 }""")).Status);
    }

    [Fact]
    public async Task The_paper_form_has_numbers_and_codes_and_wording_only_where_the_study_holds_it()
    {
        await study.Published("page-print");
        var researcher = await study.As(Roles.Researcher);
        Assert.Contains("How often is it damp?", (await researcher.Get("/instruments/page-print/print")).Words, StringComparison.Ordinal);
        var sdq = await researcher.Get("/instruments/sdq-p-4-17/print");
        Assert.Contains("does not hold the wording", sdq.Words, StringComparison.Ordinal);
        Assert.Equal(Study.Instruments.InstrumentShelf.Library["sdq-p-4-17"].Items.Length, sdq.Document.QuerySelectorAll(".paper__number").Length);
    }

    [Fact]
    public async Task Test_cases_come_as_rows_of_a_file_and_say_what_does_not_hold()
    {
        await study.Published("page-cases");
        var administrator = await study.As(Roles.Administrator);
        const string Rows = "case,damp,cold,score:hardship,applies:garden,refuses\nboth,2,1,3,yes,\nwrong total,3,3,4,,\nnot a code,9,1,,,damp\n";
        Assert.Equal("/instruments/page-cases/cases", (await administrator.Post("/instruments/page-cases/cases", new { Text = Rows })).Location);
        var page = await administrator.Get("/instruments/page-cases/cases");
        Assert.Contains("1 of 3 do not hold", page.Words, StringComparison.Ordinal);
        Assert.Contains("hardship was to be 4 and is 6.", page.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await administrator.Post("/instruments/page-cases/cases", new { Text = "case,nosuch\na,1\n" })).Status);
    }
}
