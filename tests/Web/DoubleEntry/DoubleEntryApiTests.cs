using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.DoubleEntry;

/// <summary>Double entry through the API: the second entry, its differences, settling, and the worklist.</summary>
public sealed class DoubleEntryApiTests(TwiceStudy study) : IClassFixture<TwiceStudy>
{
    private static readonly DateOnly Filled = OpenedStudy.Today.AddDays(-3);

    private static Dictionary<string, object> Answers(params (string Item, int Code)[] keyed)
    {
        var answers = Study.Instruments.InstrumentShelf.Library[OpenedStudy.Sdq].Items.Take(25).ToDictionary(i => i.Name, _ => (object)1);
        answers["ebddiff"] = 0;
        foreach (var (item, code) in keyed) answers[item] = code;
        return answers;
    }

    [Fact]
    public async Task A_client_enters_a_second_time_reads_the_differences_and_settles_them()
    {
        var family = await study.OnceEntered();
        using var api = await Client(Roles.Researcher);
        var (entered, receipt) = await Send(api, HttpMethod.Put, "/second", family, new { completedOn = Filled, answers = Answers(("consid", 2), ("kind", 0)) }, "op-second");
        Assert.Equal((HttpStatusCode.Created, "differs", 2), (entered, receipt.GetProperty("status").GetString(), receipt.GetProperty("open").GetInt32()));
        Assert.Equal(HttpStatusCode.Created, (await Send(api, HttpMethod.Put, "/second", family, new { completedOn = Filled, answers = Answers(("consid", 2), ("kind", 0)) }, "op-second")).Status);

        var (_, differences) = await Send(api, HttpMethod.Get, "/differences", family);
        Assert.Equal(["consid 1 2", "kind 1 0"], differences.GetProperty("items").EnumerateArray().Select(i => $"{i.GetProperty("item").GetString()} {i.GetProperty("first")} {i.GetProperty("second")}"));

        var (half, _) = await Send(api, HttpMethod.Post, "/settle", family, new { items = new object[] { new { item = "consid", take = "first" } } });
        var (_, settled) = await Send(api, HttpMethod.Post, "/settle", family, new { items = new object[] { new { item = "kind", take = "third", value = new { missing = "illegible" }, reason = "Coffee on the paper" } } });
        Assert.Equal(HttpStatusCode.OK, half);
        Assert.Equal("settled", settled.GetProperty("status").GetString());
        Assert.Equal("illegible", settled.GetProperty("items")[1].GetProperty("settled").GetProperty("value").GetProperty("missing").GetString());

        OpenedStudy.Accepted(await study.Grains.Enrolment(family.Id).Withdraw([Study.Consent.ConsentScope.Interview], Study.Consent.WithdrawalExtent.NoFurtherUse, OpenedStudy.Today, OpenedStudy.Stamp("asked")));
        Assert.Equal("form.use-withdrawn", await Refused(api, HttpMethod.Get, "/differences", family));
    }

    [Fact]
    public async Task Each_refusal_has_its_code_and_tells_nothing_of_the_first_entry()
    {
        using var api = await Client(Roles.Researcher);
        var family = await study.OnceEntered(("consid", 2));
        Assert.Equal("form.no-second", await Refused(api, HttpMethod.Get, "/differences", family));
        Assert.Equal("form.no-second", await Refused(api, HttpMethod.Post, "/settle", family, new { items = new object[] { new { item = "consid", take = "first" } } }));
        var fresh = await study.Family();
        Assert.Equal("form.no-first", await Refused(api, HttpMethod.Put, "/second", fresh, new { completedOn = Filled, answers = Answers() }));
        Assert.Equal("form.answers", await Refused(api, HttpMethod.Put, "/second", family, new { completedOn = Filled, answers = Answers(("consid", 9)) }));
        using var other = await Client(Roles.Coordinator);
        await Send(api, HttpMethod.Put, "/second", family, new { completedOn = Filled, answers = Answers() });
        Assert.Equal("form.already-twice", await Refused(other, HttpMethod.Put, "/second", family, new { completedOn = Filled, answers = Answers() }));
    }

    [Fact]
    public async Task The_worklist_narrows_by_site_wave_and_instrument_and_a_family_of_another_site_is_not_on_it()
    {
        var family = await study.OnceEntered();
        using var own = await Client(Roles.Researcher);
        Assert.Contains($"{family.Id}", await own.GetStringAsync("/api/v1/double-entry?status=awaited&take=500&instrument=sdq-p-4-17&wave=t1&site=ashbourne", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain($"{family.Id}", await own.GetStringAsync("/api/v1/double-entry?status=awaited&take=500&wave=t2", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain($"{family.Id}", await own.GetStringAsync("/api/v1/double-entry?status=differs&take=500", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var elsewhere = await Client(Roles.Researcher, RunningStudy.OtherSite);
        Assert.DoesNotContain($"{family.Id}", await elsewhere.GetStringAsync("/api/v1/double-entry?take=500", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worklist_goes_on_from_page_to_page_without_losing_or_repeating_a_form()
    {
        for (var i = 0; i < 5; i++) await study.OnceEntered();
        using var api = await Client(Roles.Researcher);
        var all = (await Page(api, "take=500")).Families;
        var (seen, after) = (new List<string>(), "");
        do
        {
            var (families, next) = await Page(api, $"take=2{after}");
            seen.AddRange(families);
            after = next is null ? "" : $"&after={Uri.EscapeDataString(next)}";
        }
        while (after.Length > 0);
        Assert.Equal(all, seen);
    }

    [Fact]
    public async Task Only_an_administrator_declares_a_share()
    {
        using var researcher = await Client(Roles.Researcher);
        using var refused = await researcher.PutAsJsonAsync("/api/v1/study/double-entry", new { instrument = "lubben-6", percent = 5 }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var administrator = await Client(Roles.Administrator);
        using var declared = await administrator.PutAsJsonAsync("/api/v1/study/double-entry", new { instrument = "pearlin-mastery", percent = 5 }, TestContext.Current.CancellationToken);
        Assert.Contains("pearlin-mastery", await declared.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task<(List<string> Families, string? Next)> Page(HttpClient api, string query)
    {
        var page = await api.GetFromJsonAsync<JsonElement>($"/api/v1/double-entry?{query}", TestContext.Current.CancellationToken);
        return ([.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("family").GetString()!)], page.GetProperty("next").GetString());
    }

    private static async Task<string?> Refused(HttpClient api, HttpMethod method, string task, FamilyState family, object? body = null) => (await Send(api, method, task, family, body)).Body.GetProperty("code").GetString();

    private static async Task<(HttpStatusCode Status, JsonElement Body)> Send(HttpClient api, HttpMethod method, string task, FamilyState family, object? body = null, string? operation = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{TwiceStudy.Place(family, task)}") { Content = body is null ? null : JsonContent.Create(body) };
        if (operation is not null) request.Headers.Add("Idempotency-Key", $"{operation}-{family.Id}");
        using var answer = await api.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private async Task<HttpClient> Client(Roles role, Study.Kernel.SiteCode? site = null)
    {
        var api = new HttpClient { BaseAddress = study.Address };
        api.DefaultRequestHeaders.Authorization = new("Bearer", await (await study.At(site ?? RunningStudy.OwnSite, role)).Token(study));
        return api;
    }
}
