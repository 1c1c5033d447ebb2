using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Releases;

/// <summary>What happens to a release, and between two.</summary>
public sealed class ReleaseChangeTests(RunningStudy study)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_releases_differ_in_the_cells_that_were_edited_and_the_facts_between_are_named()
    {
        var family = await study.Family();
        await study.EnterSdq(family);
        var analyst = await study.As(Roles.Analyst);
        var before = await study.Release(analyst, new { dataset = "sdq", shape = "wide" });
        await study.FiftyEdits([family]);
        var added = await study.Family();
        var after = await study.Release(analyst, new { dataset = "sdq", shape = "wide" });

        var found = await Read(analyst, $"releases/{Id(after)}/compare/{Id(before)}");
        Assert.Equal(Id(before), found.GetProperty("earlier").GetString());
        var changed = Row(found, $"{family.Id} {family.Child().Id}");
        Assert.Equal("changed", changed.GetProperty("change").GetString());
        var somatic = changed.GetProperty("cells").EnumerateArray().Single(c => c.GetProperty("column").GetString() == "t1_psomatic");
        Assert.Equal(("1", "2"), (somatic.GetProperty("before").GetString(), somatic.GetProperty("after").GetString()));
        Assert.Superset(new HashSet<string> { "form.edited", "worker.allocated", "family.moved", "member.corrected", "case.event" }, changed.GetProperty("facts").EnumerateArray().Select(f => f.GetProperty("kind").GetString()!).ToHashSet());
        Assert.Equal("added", Row(found, $"{added.Id} {added.Child().Id}").GetProperty("change").GetString());

        var page = await analyst.Get($"/releases/{Id(after)}/compare/{Id(before)}");
        Assert.Contains("t1_psomatic: 1 to 2", page.Words, StringComparison.Ordinal);
        Assert.Empty((await Read(analyst, $"releases/{Id(after)}/compare/{Id(after)}")).GetProperty("rows").EnumerateArray());
    }

    [Fact]
    public async Task A_later_withdrawal_flags_the_release_and_names_the_rows_and_changes_no_byte()
    {
        var family = await study.Family();
        var analyst = await study.As(Roles.Analyst);
        var made = await study.Release(analyst, new { dataset = "families", shape = "wide", columns = new[] { "family" } });
        Assert.DoesNotContain((await Flags(analyst, made)), f => f.GetProperty("family").GetString() == $"{family.Id}");
        OpenedStudy.Accepted(await study.Grains.Enrolment(family.Id).Withdraw([ConsentScope.Archiving], WithdrawalExtent.NoFurtherUse, OpenedStudy.Today, OpenedStudy.Stamp("rang")));

        var flag = (await Flags(analyst, made)).Single(f => f.GetProperty("family").GetString() == $"{family.Id}");
        var csv = await File(analyst, made, "csv");
        Assert.Equal($"{family.Id}", csv.Split("\r\n")[flag.GetProperty("firstRow").GetInt32()]);
        Assert.Contains("Withdrawn since", (await analyst.Get($"/releases/{Id(made)}")).Words, StringComparison.Ordinal);
        Assert.Contains("Withdrawn since", (await analyst.Get("/releases")).Words, StringComparison.Ordinal);
        Assert.Equal(csv, await File(analyst, made, "csv"));
    }

    [Fact]
    public async Task Pseudonyms_of_two_releases_share_nothing_unless_they_have_the_same_link()
    {
        var families = new[] { await study.Family(), await study.Family() };
        var analyst = await study.As(Roles.Analyst);
        async Task<HashSet<string>> Ids(string link) => [.. (await File(analyst, await study.Release(analyst, new { dataset = "families", shape = "wide", columns = new[] { "family" }, privacy = new { ids = "pseudonyms", link } }), "csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..]];
        var (one, other, linked, again) = (await Ids(""), await Ids(""), await Ids("report-2"), await Ids("report-2"));
        Assert.Empty(one.Intersect(other));
        Assert.Empty(one.Intersect(linked));
        Assert.Superset(linked, again); // other tests add families meanwhile
        Assert.All(families, f => Assert.DoesNotContain($"{f.Id}", one));
        Assert.Equal([.. one.Order(StringComparer.Ordinal)], one); // the study's own order would tell who is who
    }

    [Fact]
    public async Task Shifted_dates_keep_their_distance_within_a_family_and_intervals_count_from_its_sampling()
    {
        var family = await study.Family();
        var analyst = await study.As(Roles.Analyst);
        async Task<string[]> Dates(string dates) =>
            (await File(analyst, await study.Release(analyst, new { dataset = "families", shape = "wide", columns = new[] { "family", "sampled_on", "consented_on" }, privacy = new { dates } }), "csv"))
            .Split("\r\n").Single(l => l.StartsWith($"{family.Id}", StringComparison.Ordinal)).Split(',')[1..];
        var (exact, shifted, intervals) = (await Dates("exact"), await Dates("shifted"), await Dates("intervals"));
        static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
        Assert.Equal(OpenedStudy.Sampled, Day(exact[0]));
        Assert.Equal(Day(exact[1]).DayNumber - Day(exact[0]).DayNumber, Day(shifted[1]).DayNumber - Day(shifted[0]).DayNumber);
        Assert.InRange(Math.Abs(Day(shifted[0]).DayNumber - Day(exact[0]).DayNumber), 0, 182);
        Assert.Equal(["0", "5"], intervals);
    }

    [Fact]
    public async Task What_few_rows_share_leaves_only_after_somebody_else_has_approved_it()
    {
        await study.Family();
        var (maker, other) = (await study.As(Roles.Analyst), await study.As(Roles.Administrator));
        var made = await study.Release(maker, new { dataset = "families", shape = "wide", privacy = new { quasiIdentifiers = new[] { "family" }, k = 2 } });
        Assert.True(made.GetProperty("waitsForApproval").GetBoolean());
        Assert.Equal(1, made.GetProperty("anonymity").GetProperty("least").GetInt64());
        Assert.Equal(HttpStatusCode.Forbidden, await Status(maker, made, "csv"));
        using (var own = await study.Ask(maker, HttpMethod.Post, $"releases/{Id(made)}/approval", new { why = "I made it" })) Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);

        var page = await other.Post($"/releases/{Id(made)}/approve", new { Why = "" });
        page.ShouldAskFor("Why", "Say what you looked at and why the release may leave.");
        Assert.Equal(HttpStatusCode.Redirect, (await other.Post($"/releases/{Id(made)}/approve", new { Why = "Only for the data lab" })).Status);
        Assert.Equal(HttpStatusCode.OK, await Status(maker, made, "csv"));
        Assert.Contains("Only for the data lab", (await maker.Get($"/releases/{Id(made)}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_its_readers_see_a_release_that_names_some()
    {
        var (analyst, administrator) = (await study.As(Roles.Analyst), await study.As(Roles.Administrator));
        var made = await study.Release(administrator, new { dataset = "families", shape = "wide" });
        Assert.Equal(HttpStatusCode.OK, (await analyst.Get($"/releases/{Id(made)}")).Status);
        (await administrator.Post($"/releases/{Id(made)}/readers", new { Readers = "nobody" })).ShouldAskFor("Readers", "'nobody' is not an e-mail address.");
        await administrator.Post($"/releases/{Id(made)}/readers", new { Readers = "someone@study.example" });
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Get($"/releases/{Id(made)}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await administrator.Get($"/releases/{Id(made)}")).Status);
    }

    private static string Id(JsonElement release) => release.GetProperty("id").GetString()!;

    private static JsonElement Row(JsonElement comparison, string row) => comparison.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("row").GetString() == row);

    private async Task<List<JsonElement>> Flags(Visitor visitor, JsonElement release) => [.. (await Read(visitor, $"releases/{Id(release)}/withdrawals")).GetProperty("items").EnumerateArray()];

    private async Task<JsonElement> Read(Visitor visitor, string path)
    {
        using var answer = await study.Ask(visitor, HttpMethod.Get, path, null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Stop);
    }

    private async Task<HttpStatusCode> Status(Visitor visitor, JsonElement release, string format)
    {
        using var answer = await study.Ask(visitor, HttpMethod.Get, $"releases/{Id(release)}/files/{FileOf(release, format)}", null);
        return answer.StatusCode;
    }

    private async Task<string> File(Visitor visitor, JsonElement release, string format)
    {
        using var answer = await study.Ask(visitor, HttpMethod.Get, $"releases/{Id(release)}/files/{FileOf(release, format)}", null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static string FileOf(JsonElement release, string format) =>
        release.GetProperty("files").EnumerateArray().First(f => f.TryGetProperty("format", out var of) && of.GetString() == format).GetProperty("name").GetString()!;
}
