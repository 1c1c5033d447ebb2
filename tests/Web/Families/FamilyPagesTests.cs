using System.Net;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Forms;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;

namespace SosLongitudinal.Tests.Web.Families;

/// <summary>A family from the authority's list to its interview, page by page.</summary>
public sealed class FamilyPagesTests(RunningStudy study)
{
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(-20);

    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    [Fact]
    public async Task A_family_goes_from_the_list_to_consent_step_by_step()
    {
        var visitor = await Coordinator;
        var enrolled = await visitor.Post("/families/enrol", Enrolment("ASH-0001"));
        var home = enrolled.Location!;
        Assert.Contains("Sampled", (await visitor.Get(home)).Words, StringComparison.Ordinal);

        await visitor.Post($"{home}/stage", On("On", Day).But(("Outcome", "eligible")));
        await visitor.Post($"{home}/stage", On("On", Day).But(("Outcome", "approached"), ("Approacher", "social worker JB")));
        await visitor.Post($"{home}/stage", On("On", Day).But(("Outcome", "agreed")));
        var consented = await visitor.Post($"{home}/consent", (IEnumerable<KeyValuePair<string, string>>)[.. On("On", Day).But(("GivenBy", "authority")), new("Scopes", "Interview"), new("Scopes", "CaseFile")]);
        Assert.Equal(home, consented.Location);

        var page = await visitor.Get(home);
        Assert.Equal("Consented", page.Document.QuerySelector("h1 .govuk-tag")!.TextContent);
        Assert.Contains("Approached on", page.Words, StringComparison.Ordinal);
        Assert.Contains("by social worker JB", page.Words, StringComparison.Ordinal);
        Assert.Contains("born May", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enrolling_names_every_field_that_is_missing_and_keeps_the_rest()
    {
        var page = await (await Coordinator).Post("/families/enrol", Enrolment("").But(("Cohort", ""), ("Members[0].Month", "")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        page.ShouldAskFor("Cohort", "Choose the cohort.");
        page.ShouldAskFor("Serial", "Enter the authority's serial.");
        page.ShouldAskFor("Members[0].Month", "Enter the birth month and year, such as 5 2012.");
        Assert.Equal("2018", page.ValueOf("Members[0].Year"));
    }

    [Fact]
    public async Task Nobody_enrols_a_family_at_a_site_that_they_may_not_see()
    {
        var page = await (await Coordinator).Post("/families/enrol", Enrolment("KEL-1").But(("Site", RunningStudy.OtherSite.ToString())));
        page.ShouldAskFor("Site", "Choose the site.");
    }

    [Fact]
    public async Task Not_approached_needs_its_reason_and_shows_it()
    {
        var home = (await (await Coordinator).Post("/families/enrol", Enrolment("ASH-0002"))).Location!;
        await (await Coordinator).Post($"{home}/stage", On("On", Day).But(("Outcome", "eligible")));
        var asked = await (await Coordinator).Post($"{home}/stage", On("On", Day).But(("Outcome", "not-approached"), ("Approacher", "team manager KL")));
        asked.ShouldAskFor("Bar", "Choose why they were not asked.");
        await (await Coordinator).Post($"{home}/stage", On("On", Day).But(("Outcome", "not-approached"), ("Bar", "CaseClosed"), ("Approacher", "team manager KL")));
        Assert.Contains("Not approached: the case closed first (team manager KL", (await (await Coordinator).Get(home)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exact_id_goes_to_its_family_and_a_mistyped_one_is_no_family_id()
    {
        var family = await study.Family();
        var found = await (await Coordinator).Get($"/families?Text={family.Id.ToString().ToLowerInvariant()}");
        Assert.Equal($"/families/{family.Id}", found.Location);
        var mistyped = Mistyped(family.Id);
        var search = await (await Coordinator).Get($"/families?Text={mistyped}");
        Assert.Contains("That is not a family id.", search.Words, StringComparison.Ordinal);
        Assert.Contains("No family fits this search.", (await (await Coordinator).Get(search.Document.QuerySelector("#serials")!.GetAttribute("href")!)).Words, StringComparison.Ordinal);
        var page = await (await Coordinator).Get($"/families/{mistyped}");
        Assert.Equal((HttpStatusCode.NotFound, "That is not a family id"), (page.Status, page.Heading));
    }

    [Fact]
    public async Task Search_goes_on_from_a_cursor_and_never_shows_another_sites_families()
    {
        var serial = $"Page{Guid.NewGuid().ToString()[..6]}";
        for (var i = 0; i < 52; i++) await study.Family(but: e => e with { Serial = $"{serial}-{i}" });
        await study.Family(RunningStudy.OtherSite, but: e => e with { Serial = $"{serial}-other" });
        var first = await (await Coordinator).Get($"/families?Text={serial}");
        Assert.Contains("52 families", first.Words, StringComparison.Ordinal);
        var next = await (await Coordinator).Get(first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(2, next.Document.QuerySelectorAll("tbody tr").Length);
        var seen = first.Document.QuerySelectorAll("tbody th").Concat(next.Document.QuerySelectorAll("tbody th")).Select(th => th.TextContent).ToHashSet();
        Assert.Equal(52, seen.Count);
    }

    [Fact]
    public async Task A_family_at_another_site_is_not_found()
    {
        var family = await study.Family(RunningStudy.OtherSite);
        Assert.Equal(HttpStatusCode.NotFound, (await (await Coordinator).Get($"/families/{family.Id}")).Status);
    }

    [Fact]
    public async Task A_change_of_worker_is_checked_before_it_is_saved_and_stands_in_the_record_with_its_reason()
    {
        var (family, ada, bob) = (await study.Family(), await study.Worker("Ada Archer"), await study.Worker("Bob Baker"));
        var address = $"/families/{family.Id}/worker";
        await Change(address, On("From", Day.AddDays(-5)).But(("Kind", "worker"), ("Worker", ada.Id.ToString()), ("Source", "case file")));
        var checkedFirst = await (await Coordinator).Post(address, On("From", Day).But(("Kind", "worker"), ("Worker", bob.Id.ToString()), ("Source", "case file"), ("Reason", "Ada left the team")));
        Assert.Equal("Check before you save", checkedFirst.Heading);
        Assert.Contains("Ada Archer", checkedFirst.Words, StringComparison.Ordinal);
        Assert.Single((await study.Grains.Family(family.Id).Read())!.WorkerSpells);

        var saved = await (await Coordinator).Send(checkedFirst, $"{address}?handler=Confirm", new { });
        var page = await (await Coordinator).Get(saved.Location!);
        Assert.Contains("Bob Baker", page.Words, StringComparison.Ordinal);
        Assert.Contains("Reason: Ada left the team", page.Words, StringComparison.Ordinal);
        Assert.Equal(2, (await study.Grains.Family(family.Id).Read())!.WorkerSpells.Length);
    }

    [Fact]
    public async Task A_form_keeps_who_held_the_case_when_it_was_filled_in_whoever_takes_it_on_later()
    {
        var (family, ada, bob) = (await study.Family(), await study.Worker("Ada Before"), await study.Worker("Bob After"));
        var address = $"/families/{family.Id}/worker";
        await Change(address, On("From", OpenedStudy.Today.AddDays(-20)).But(("Kind", "worker"), ("Worker", ada.Id.ToString()), ("Source", "case file")));
        var form = await study.EnterSdq(family);
        await Change(address, On("From", OpenedStudy.Today.AddDays(-1)).But(("Kind", "worker"), ("Worker", bob.Id.ToString()), ("Source", "case file"), ("Reason", "Ada left the team")));
        var page = await (await Coordinator).Get(FormsLinks.Show(family.Id, form.Place));
        Assert.Equal("Ada Before", page.Document.QuerySelectorAll(".facts-line div").Single(d => d.QuerySelector("dt")!.TextContent == "Case held then by").QuerySelector("dd")!.TextContent);
    }

    [Fact]
    public async Task A_change_of_worker_without_reason_or_in_the_future_is_refused()
    {
        var family = await study.Family();
        var address = $"/families/{family.Id}/worker";
        await Change(address, new Dictionary<string, string> { ["From.Month"] = $"{Day.Month}", ["From.Year"] = $"{Day.Year}", ["Kind"] = "unallocated", ["Source"] = "duty team" });
        var page = await (await Coordinator).Post(address, On("From", OpenedStudy.Today.AddDays(3)).But(("Kind", "closed"), ("Source", "")));
        page.ShouldAskFor("Reason", "Give the reason; it becomes part of the record.");
        page.ShouldAskFor("Source", "Say where this is known from, in at most 80 characters.");
        var future = await (await Coordinator).Post(address, On("From", OpenedStudy.Today.AddDays(3)).But(("Kind", "closed"), ("Source", "duty team"), ("Reason", "closed")));
        Assert.Contains("This date lies in the future.", future.Words, StringComparison.Ordinal);
        var spell = Assert.Single((await study.Grains.Family(family.Id).Read())!.WorkerSpells);
        Assert.False(spell.From.IsDay);
    }

    [Fact]
    public async Task An_interview_is_recorded_with_its_visits_and_a_lost_one_with_its_reason()
    {
        var family = await study.Family();
        var visit = new Dictionary<string, string> { ["Visits[0].On.Day"] = $"{Day.Day}", ["Visits[0].On.Month"] = $"{Day.Month}", ["Visits[0].On.Year"] = $"{Day.Year}", ["Visits[0].Start"] = "14:30", ["Visits[0].Place"] = "home", ["Respondent"] = family.Parent().Id.ToString() };
        var saved = await (await Coordinator).Post($"/families/{family.Id}/interviews/t1", visit);
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(new TimeOnly(14, 30), (await study.Grains.Family(family.Id).Read())!.InterviewAt(OpenedStudy.T1)!.Visits.Single().Start);

        await (await Coordinator).Post($"/families/{family.Id}/dispositions/t1/teacher", On("On", Day).But(("Code", "2.112")));
        Assert.Contains("Time 1 teacher lost: respondent refused", (await (await Coordinator).Get($"/families/{family.Id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_a_correction_and_the_end_are_told_in_the_timeline()
    {
        var (visitor, family) = (await Coordinator, await study.Family());
        var home = $"/families/{family.Id}";
        await visitor.Post($"{home}/withdraw", On("From", Day).But(("Scopes", "Recording"), ("Extent", "NoFurtherContact")));
        await visitor.Post($"{home}/members/{family.Child().Id}", new { Month = "4", Year = "2017", Sex = "Male", Reason = "Read from the birth certificate" });
        await visitor.Post($"{home}/end", On("On", OpenedStudy.Today).But(("Why", "MovedOutOfScope"), ("Reason", "Moved abroad")));
        var page = await visitor.Get(home);
        Assert.Contains("Consent withdrawn from", page.Words, StringComparison.Ordinal);
        Assert.Contains("Child C1 corrected: male, born April 2017", page.Words, StringComparison.Ordinal);
        Assert.Contains("Reason: Moved abroad", page.Words, StringComparison.Ordinal);
        Assert.Equal("Ended", page.Document.QuerySelector("h1 .govuk-tag")!.TextContent);
    }

    private async Task Change(string address, Dictionary<string, string> typed)
    {
        var shown = await (await Coordinator).Post(address, typed);
        Assert.Equal(HttpStatusCode.Redirect, (await (await Coordinator).Send(shown, $"{address}?handler=Confirm", new { })).Status);
    }

    private static Dictionary<string, string> Enrolment(string serial) => On("SampledOn", OpenedStudy.Sampled).But(
        ("Site", RunningStudy.OwnSite.ToString()), ("Cohort", "c1"), ("Serial", serial),
        ("Members[0].Role", "Child"), ("Members[0].Month", "5"), ("Members[0].Year", "2018"), ("Members[0].Sex", "Female"), ("Members[1].Role", "Parent"));

    private static Dictionary<string, string> On(string field, DateOnly day) => new() { [$"{field}.Day"] = $"{day.Day}", [$"{field}.Month"] = $"{day.Month}", [$"{field}.Year"] = $"{day.Year}" };

    private static string Mistyped(FamilyId id) => $"{id}"[..^1] + (id.ToString()[^1] == '3' ? '4' : '3');
}
