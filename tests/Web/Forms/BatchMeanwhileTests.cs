using System.Net;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Web.FormWork;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Forms;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Tests.Web.Forms;

/// <summary>What happens to the study while a batch is open: the wave is frozen, another version comes into force, a label names one who cannot answer. In a study of its own, which is frozen.</summary>
public sealed class BatchMeanwhileTests(LongerStudy study) : IClassFixture<LongerStudy>
{
    private Task<Visitor> Researcher => study.At(RunningStudy.OwnSite, Roles.Researcher);

    [Fact]
    public async Task What_was_keyed_on_a_page_is_saved_as_the_version_that_the_page_shows()
    {
        var id = await Published();
        var address = FormsLinks.Batch(OpenedStudy.T1, id, FormMode.Paper, "en", "");
        var (family, other, visitor) = (await study.Family(), await study.Family(), await Researcher);
        var found = await Found(address, family);
        await SecondInForce(id);

        var saved = await visitor.Send(found, address, Typed(family));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var form = Assert.Single((await study.Grains.Family(family.Id).Read())!.Forms);
        Assert.Equal((1, "2"), (form.InstrumentVersion, form.Answers["damp"].AsText()));
        var next = await visitor.Get(saved.Location!);
        Assert.Contains("It is kept as version 1, as the page showed it. Version 2 has come into force at Time 1 meanwhile, and the page now keys that one.", next.Words, StringComparison.Ordinal);
        Assert.NotNull(next.Document.QuerySelector("[name='answer.noise']"));

        var still = await visitor.Send(found, address, new Dictionary<string, string> { ["Paper.Id"] = $"{other.Id}", ["step"] = "find" });
        Assert.Contains("Housing, version 1", still.Words, StringComparison.Ordinal);
        Assert.Contains("Version 2 has come into force at Time 1", still.Words, StringComparison.Ordinal);
        Assert.Equal(address, still.Document.QuerySelectorAll("main a").Single(a => a.TextContent == "Key papers of version 2").GetAttribute("href"));
    }

    [Fact]
    public async Task A_single_form_is_saved_as_the_version_that_its_page_shows_too()
    {
        var id = await Published();
        var (family, visitor) = (await study.Family(), await Researcher);
        var address = $"/families/{family.Id}/forms/t1/{id}/family/enter";
        var open = await visitor.Get(address);
        await SecondInForce(id);
        var day = OpenedStudy.Today.AddDays(-1);
        var saved = await visitor.Send(open, address, Typed(family).But(("Respondent", $"{family.Parent().Id}"), ("Mode", "Paper"), ("Language", "en"), ("Reason", "the schedule does not ask for it"),
            ("CompletedOn.Day", $"{day.Day}"), ("CompletedOn.Month", $"{day.Month}"), ("CompletedOn.Year", $"{day.Year}")));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Equal(1, Assert.Single((await study.Grains.Family(family.Id).Read())!.Forms).InstrumentVersion);
        Assert.Contains("It is kept as version 1, as the page showed it; version 2 has come into force at Time 1 meanwhile.", (await visitor.Get(saved.Location!)).Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InstrumentSubject.Site)]
    [InlineData(InstrumentSubject.Worker)]
    public async Task A_form_about_a_site_or_a_worker_is_saved_as_the_version_that_its_page_shows_too(InstrumentSubject subject)
    {
        var (id, worker, site) = (await Published(subject), await study.Worker($"Meanwhile {subject}"), RunningStudy.OwnSite);
        var address = subject == InstrumentSubject.Site ? $"/sites/{site}/forms/t1/{id}/enter" : $"/workers/{worker.Id}/forms/t1/{id}/enter";
        var visitor = await Researcher;
        var open = await visitor.Get(address);
        await SecondInForce(id, subject);
        var day = OpenedStudy.Today.AddDays(-1);
        var answers = new Dictionary<string, string> { ["answer.rooms"] = "4", ["answer.tenure"] = "1", ["answer.damp"] = "2", ["answer.cold"] = "1", ["answer.garden"] = "1" };
        var saved = await visitor.Send(open, address, answers.But(("Mode", "Paper"), ("Language", "en"), ("CompletedOn.Day", $"{day.Day}"), ("CompletedOn.Month", $"{day.Month}"), ("CompletedOn.Year", $"{day.Year}")));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var forms = subject == InstrumentSubject.Site ? (await study.Grains.Site(site).Read())!.Forms : (await study.Grains.Worker(worker.Id).Read())!.Forms;
        Assert.Equal(1, Assert.Single(forms, f => f.Entry.Instrument == id).Entry.InstrumentVersion);
    }

    [Fact]
    public async Task By_script_the_line_of_a_saved_form_says_which_version_it_was_keyed_on_and_the_day_which_was_in_force()
    {
        var id = await Published();
        var address = FormsLinks.Batch(OpenedStudy.T1, id, FormMode.Paper, "en", "");
        var (family, visitor) = (await study.Family(), await Researcher);
        var found = await Found(address, family);
        await SecondInForce(id);
        var notices = await visitor.Get($"{address}&handler=Check&Paper.About={family.Id}&Paper.On={Uri.EscapeDataString(Day)}&Paper.Version=1");
        Assert.Contains("key it as version 2", notices.Text, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([.. Page.Hidden(found.Document.QuerySelector("main form")!), .. Typed(family)]) };
        request.Headers.Add("X-Entry", "script");
        using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Contains("It is kept as version 1, as the page showed it. Version 2 has come into force at Time 1 meanwhile; open the page again", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wave_that_is_frozen_meanwhile_takes_nothing_and_what_was_typed_stays_in_sight()
    {
        var (wave, visitor, administrator) = (WaveCode.Parse("t8"), await Researcher, await study.As(Roles.Administrator));
        OpenedStudy.Accepted(await study.Grains.Study().DeclareWave(new(wave, "Time 8", (await study.Grains.Study().Read()).Waves.Length + 1, OpenedStudy.T1, 6, 60, 30, 60), OpenedStudy.Stamp()));
        var id = await Published();
        var address = FormsLinks.Batch(wave, id, FormMode.Paper, "en", "");
        var family = await study.Family();
        var found = await Found(address, family);
        await administrator.Post("/study/waves/t8/freeze", new { Reason = "released" });

        var refused = await visitor.Send(found, address, Typed(family));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var said = refused.Document.QuerySelector(".govuk-error-summary")!.TextContent;
        Assert.Matches(@"Time 8 was frozen by .*\bperson\b.* \(released\)\. .* This form is not saved; what you typed stays here\.", string.Join(' ', said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotMatch(@"\d{4}-\d{2}-\d{2}", said);
        Assert.Null(refused.Document.QuerySelector("#Paper-Id-error")); // no other id would help
        Assert.NotNull(refused.Document.QuerySelector("[name='answer.damp'][value='2'][checked]"));
        Assert.Null(refused.Document.QuerySelector("[data-when-ready][hidden]"));
        Assert.Empty((await study.Grains.Family(family.Id).Read())!.Forms);

        await administrator.Post("/study/waves/t8/freeze", new { Reason = "an error" });
        var again = await visitor.Send(found, address, Typed(family));
        Assert.Equal(HttpStatusCode.Redirect, again.Status);
    }

    [Fact]
    public async Task A_label_that_names_one_who_cannot_answer_says_so_and_an_informant_who_does_not_fit_is_named()
    {
        var (family, visitor, id) = (await study.Family(), await Researcher, OpenedStudy.Sdq);
        var address = FormsLinks.Batch(OpenedStudy.T1, id, FormMode.Paper, "en", "");
        var child = family.Child().Id;
        var label = await visitor.Get($"{address}&handler=Find&Paper.Id={child}.t1.{id}.{child.Short()}");
        Assert.Contains("The label names", label.Text, StringComparison.Ordinal);
        Assert.Contains("who cannot answer this form", label.Text, StringComparison.Ordinal);
        var found = await visitor.Post(address, new Dictionary<string, string> { ["Paper.Id"] = $"{family.Id}", ["step"] = "find" });
        var sent = await visitor.Send(address, [.. Page.Hidden(found.Document.QuerySelector("main form")!).Where(f => f.Key != "Paper.Respondent"), new("Paper.Respondent", $"{child}"), new("Paper.Id", $"{family.Id}"), new("Paper.On", Day)]);
        Assert.Contains("cannot answer this form. Choose who answered.", sent.Document.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    private static string Day { get; } = OpenedStudy.Today.AddDays(-1).ToString("dd/MM/yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Page> Found(string address, FamilyState family)
    {
        var page = await (await Researcher).Post(address, new Dictionary<string, string> { ["Paper.Id"] = $"{family.Id}", ["step"] = "find" });
        Assert.Contains("Answered by Parent P1", page.Words, StringComparison.Ordinal);
        return page;
    }

    private static Dictionary<string, string> Typed(FamilyState family) => new()
    {
        ["Paper.Id"] = $"{family.Id}", ["Paper.On"] = Day, ["answer.rooms"] = "4", ["answer.tenure"] = "1", ["answer.damp"] = "2", ["answer.cold"] = "1", ["answer.garden"] = "1",
        ["Paper.Reason"] = "the schedule does not ask for it",
    };

    private async Task<InstrumentId> Published(InstrumentSubject subject = InstrumentSubject.Family)
    {
        var id = new InstrumentId($"meanwhile-{Guid.NewGuid().ToString()[..8]}");
        OpenedStudy.Accepted(await study.Grains.Instrument(id).Draft(Housing.First with { Id = id, Subject = subject }, OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await study.Grains.Instrument(id).Publish(OpenedStudy.Stamp()));
        return id;
    }

    private async Task SecondInForce(InstrumentId id, InstrumentSubject subject = InstrumentSubject.Family)
    {
        OpenedStudy.Accepted(await study.Grains.Instrument(id).Draft(Housing.Second with { Id = id, Subject = subject }, OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await study.Grains.InstrumentLists(id).DeclareLinks(Housing.Links, DraftBasis.Whatever, OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await study.Grains.Instrument(id).Publish(OpenedStudy.Stamp()));
        OpenedStudy.Accepted(await study.Grains.Instrument(id).PutInForce(OpenedStudy.T1, 2, OpenedStudy.Today.AddDays(-3), OpenedStudy.Stamp()));
    }
}
