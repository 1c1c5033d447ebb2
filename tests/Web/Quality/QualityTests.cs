using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Quality;

/// <summary>Quality rules through HTTP: found, said at entry, set aside, declared.</summary>
public sealed class QualityTests(RunningStudy study)
{
    private Task<Visitor> Researcher => study.At(RunningStudy.OwnSite, Roles.Researcher);

    [Fact]
    public async Task A_form_with_one_answer_throughout_is_saved_with_a_warning_and_can_be_set_aside_by_page()
    {
        var family = await study.Family();
        var form = await study.EnterSdq(family, each: 1);
        var shown = await (await Researcher).Get($"/families/{family.Id}/forms/{form.Place}");
        Assert.Contains("All 25 items of one answer list are answered 1.", shown.Words, StringComparison.Ordinal);

        var page = await (await Researcher).Get("/quality?rule=straight-lining");
        Assert.Contains("The same answer throughout", page.Words, StringComparison.Ordinal);

        var address = $"/families/{family.Id}/quality/straight-lining/dismiss?about={Uri.EscapeDataString($"{form.Place}")}";
        var asked = await (await Researcher).Post(address, new { Reason = "" });
        Assert.Contains("Say why this needs no further look.", asked.Words, StringComparison.Ordinal);
        var done = await (await Researcher).Post(address, new { Reason = "The parent confirmed it." });
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        Assert.DoesNotContain("All 25 items", (await (await Researcher).Get($"/families/{family.Id}/forms/{form.Place}")).Words, StringComparison.Ordinal);
        Assert.Contains("The parent confirmed it.", (await (await Researcher).Get(address)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_gets_warnings_with_the_receipt_lists_hits_and_sets_them_aside()
    {
        var family = await study.Family();
        using var api = await Client(Roles.Researcher);
        var items = SosLongitudinal.Study.Instruments.InstrumentShelf.Library[OpenedStudy.Sdq].Items.Take(25).ToDictionary(i => i.Name, _ => 1);
        using var saved = await api.PutAsJsonAsync($"/api/v1/families/{family.Id}/forms/{family.SdqPlace()}", new { completedOn = OpenedStudy.Today.AddDays(-3), answers = items }, Stop);
        var warning = Assert.Single((await saved.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("warnings").EnumerateArray(), w => w.GetProperty("rule").GetString() == "straight-lining");

        var hits = await api.GetFromJsonAsync<JsonElement>("/api/v1/quality/hits?rule=straight-lining&take=500", Stop);
        Assert.Equal(warning.GetProperty("digest").GetString(), Of(hits, family).Single().GetProperty("digest").GetString());

        using var dismissed = await api.PutAsJsonAsync($"/api/v1/families/{family.Id}/quality/straight-lining/dismissal", new { about = warning.GetProperty("about").GetString(), digest = warning.GetProperty("digest").GetString(), reason = "Checked against the paper." }, Stop);
        Assert.Equal(HttpStatusCode.OK, dismissed.StatusCode);
        var aside = await api.GetFromJsonAsync<JsonElement>("/api/v1/quality/hits?rule=straight-lining&dismissed=true&take=500", Stop);
        Assert.Equal("Checked against the paper.", Of(aside, family).Single().GetProperty("dismissal").GetProperty("why").GetString());
    }

    [Fact]
    public async Task Another_site_s_hits_are_not_shown()
    {
        var family = await study.Family(RunningStudy.OtherSite);
        await study.EnterSdq(family, each: 1);
        using var every = await Client(Roles.Researcher, all: true);
        Assert.Single(Of(await every.GetFromJsonAsync<JsonElement>("/api/v1/quality/hits?rule=straight-lining&take=500", Stop), family));
        using var own = await Client(Roles.Researcher);
        Assert.Empty(Of(await own.GetFromJsonAsync<JsonElement>("/api/v1/quality/hits?take=500", Stop), family));
    }

    [Fact]
    public async Task A_rule_is_declared_finds_and_is_removed_and_a_run_says_how_many_it_looked_at()
    {
        using var api = await Client(Roles.Administrator, all: true);
        using var wrong = await api.PutAsJsonAsync("/api/v1/quality/rules/own-rule", new { sentence = "Look.", expression = "form[" }, Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using var declared = await api.PutAsJsonAsync("/api/v1/quality/rules/own-rule", new { sentence = "It has a child.", expression = "member[@role='child']" }, Stop);
        Assert.Equal(HttpStatusCode.OK, declared.StatusCode);
        var family = await study.Family();
        Assert.Single(Of(await api.GetFromJsonAsync<JsonElement>("/api/v1/quality/hits?rule=own-rule&take=500", Stop), family));
        using var run = await api.PostAsync("/api/v1/quality/runs", null, Stop);
        Assert.True((await run.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("families").GetInt32() > 0);
        using var removed = await api.DeleteAsync("/api/v1/quality/rules/own-rule", Stop);
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.DoesNotContain("own-rule", await api.GetStringAsync("/api/v1/quality/rules", Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_is_tried_before_it_is_declared_and_nothing_is_kept_of_it()
    {
        var family = await study.Family();
        await study.EnterSdq(family);
        var expression = $"@id='{family.Id}' and form";
        var administrator = await study.As(Roles.Administrator);
        var tried = await administrator.Post("/quality/rules?handler=Try", new { Code = "", Sentence = "", Expression = expression });
        Assert.Contains("It finds 1 thing to look at in", tried.Words, StringComparison.Ordinal);
        Assert.Contains(family.Id.ToString(), tried.Words, StringComparison.Ordinal);
        Assert.Contains("The expression cannot be used", (await administrator.Post("/quality/rules?handler=Try", new { Expression = "form[" })).Words, StringComparison.Ordinal);

        using var api = await Client(Roles.Administrator, all: true);
        using var found = await api.PostAsJsonAsync("/api/v1/quality/rules/try", new { expression }, Stop);
        Assert.Single(Of(await found.Content.ReadFromJsonAsync<JsonElement>(Stop), family));
        Assert.DoesNotContain("tried", await api.GetStringAsync("/api/v1/quality/rules", Stop), StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static IEnumerable<JsonElement> Of(JsonElement hits, FamilyState family) => hits.GetProperty("items").EnumerateArray().Where(h => h.GetProperty("family").GetString() == family.Id.ToString());

    private async Task<HttpClient> Client(Roles roles, bool all = false)
    {
        var http = new HttpClient { BaseAddress = study.Address };
        var visitor = all ? await study.As(roles) : await study.At(RunningStudy.OwnSite, roles);
        http.DefaultRequestHeaders.Authorization = new("Bearer", await visitor.Token(study));
        return http;
    }
}
