using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Redcap;

/// <summary>Tokens for analysts' programs, and rows that changed since a cursor; on a study of its own, since another test's new worker would send every row again.</summary>
public sealed class ChangedRowsTests(ChangedRowsTests.SteadyStudy study) : IClassFixture<ChangedRowsTests.SteadyStudy>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Since_a_cursor_only_changed_families_come_and_who_is_gone_is_named()
    {
        var quiet = await study.Family();
        var leaving = await study.Family();
        using var http = await Analyst("since@study.example", SiteScope.Of(RunningStudy.OwnSite));
        using var first = await http.GetAsync("/api/v1/extracts/families.csv", Stop);
        Assert.Equal("all", first.Headers.GetValues("Sos-Changed").Single());
        Assert.Contains($"{quiet.Id}", await first.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        var cursor = $"{DateTimeOffset.UtcNow.AddMilliseconds(1).ToUnixTimeMilliseconds()}-{first.Headers.GetValues("Sos-Next").Single().Split('-')[1]}"; // as if the time in which puts may be late were over
        Assert.True(SpinWait.SpinUntil(() => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() > Instant(cursor), TimeSpan.FromSeconds(5))); // facts are stamped to the millisecond
        var withdrawing = await study.Family();
        OpenedStudy.Accepted(await study.Grains.Enrolment(withdrawing.Id).Withdraw([ConsentScope.CaseFile], WithdrawalExtent.NoFurtherUse, OpenedStudy.Today, OpenedStudy.Stamp("asked")));
        OpenedStudy.Accepted(await study.Grains.Members(leaving.Id).Move(RunningStudy.OtherSite, OpenedStudy.Today, OpenedStudy.Stamp("moved")));

        using var second = await http.GetAsync($"/api/v1/extracts/families.csv?since={cursor}", Stop);
        var rows = await second.Content.ReadAsStringAsync(Stop);
        Assert.DoesNotContain($"{quiet.Id}", rows, StringComparison.Ordinal);
        Assert.DoesNotContain($"{leaving.Id}", rows, StringComparison.Ordinal);
        Assert.Contains($"{withdrawing.Id}", rows, StringComparison.Ordinal);
        var changes = await http.GetFromJsonAsync<JsonElement>($"/api/v1/extracts/changes?since={cursor}", Stop);
        var named = changes.GetProperty("families").EnumerateArray().ToDictionary(f => f.GetProperty("family").GetString()!, f => f.GetProperty("change").GetString());
        Assert.Equal(("withdrawn", "gone", false), (named[$"{withdrawing.Id}"], named[$"{leaving.Id}"], named.ContainsKey($"{quiet.Id}")));
    }

    [Fact]
    public async Task A_cursor_holds_when_all_is_read_anew_and_says_what_changed_where_all_rows_come_again()
    {
        var quiet = await study.Family();
        using var http = await Analyst("restarted@study.example", SiteScope.All);
        using var first = await http.GetAsync("/api/v1/extracts/families.csv", Stop);
        Assert.Equal("first", first.Headers.GetValues("Sos-Because").Single());
        var cursor = $"{DateTimeOffset.UtcNow.AddMilliseconds(1).ToUnixTimeMilliseconds()}-{first.Headers.GetValues("Sos-Next").Single().Split('-')[1]}";
        var before = await Frame();
        await study.Grains.GetGrain<IFrame>(0).Reload(); // as a process does that starts
        Assert.NotEqual(before, await Frame());
        using var second = await http.GetAsync($"/api/v1/extracts/families.csv?since={cursor}", Stop);
        Assert.Equal(("0", false), (second.Headers.GetValues("Sos-Changed").Single(), second.Headers.Contains("Sos-Because")));
        Assert.DoesNotContain($"{quiet.Id}", await second.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        await study.Worker("New here");
        using var third = await http.GetAsync($"/api/v1/extracts/families.csv?since={cursor}", Stop);
        Assert.Equal(("all", "workers"), (third.Headers.GetValues("Sos-Changed").Single(), third.Headers.GetValues("Sos-Because").Single()));
        Assert.Contains($"{quiet.Id}", await third.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var earlier = await http.GetAsync("/api/v1/extracts/families.csv?since=1767225600000-639030000000000000", Stop); // of a version that counted otherwise
        Assert.Equal("product", earlier.Headers.GetValues("Sos-Because").Single());

        async Task<long> Frame() => (await study.Grains.GetGrain<IFrame>(0).NewerThan(-1))!.Version;
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_refused()
    {
        using var http = await Analyst("bad-since@study.example", SiteScope.All);
        using var answer = await http.GetAsync("/api/v1/extracts/families.csv?since=yesterday", Stop);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("extract.since", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_for_extracts_opens_extracts_and_nothing_else_and_runs_out()
    {
        using var http = await Analyst("scope@study.example", SiteScope.All, Roles.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/extracts/families.csv?count=true", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/api/v1/releases", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.PostAsJsonAsync("/api/v1/extracts", new { dataset = "families", shape = "wide" }, Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync("/api/v1/families", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PutAsJsonAsync("/api/v1/study/waves/t9", new { }, Stop)).StatusCode);
        var kept = new AccountToken("", "", TokenScope.Extract, DateTimeOffset.UtcNow) { ExpiresAt = DateTimeOffset.UtcNow };
        Assert.False(kept.HoldsAt(DateTimeOffset.UtcNow));
    }

    public sealed class SteadyStudy : RunningStudy;

    private static long Instant(string cursor) => long.Parse(cursor.Split('-')[0], CultureInfo.InvariantCulture);

    private async Task<HttpClient> Analyst(string email, SiteScope sites, Roles roles = Roles.Analyst)
    {
        await study.AddAccount(email, roles, sites);
        var http = new HttpClient { BaseAddress = study.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await RedcapClient.Token(study, email));
        return http;
    }
}
