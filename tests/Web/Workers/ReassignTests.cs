using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Workers;

/// <summary>A worker leaves: all families in one list, given to several workers in one command.</summary>
public sealed class ReassignTests(RunningStudy study)
{
    private static readonly DateOnly Since = OpenedStudy.Today.AddDays(-40);
    private static readonly DateOnly On = OpenedStudy.Today.AddDays(-2);

    private async Task<FamilyId> HeldBy(SocialWorker worker, SiteCode? site = null)
    {
        var family = await study.Family(site);
        OpenedStudy.Accepted(await study.Grains.Case(family.Id).Allocate(new CaseHolder.Named(worker.Id), Since, "authority", null, OpenedStudy.Stamp()));
        return family.Id;
    }

    private async Task<FamilyState> Read(FamilyId family) => (await study.Grains.Family(family).Read())!;

    private async Task<CaseHolder> Holder(FamilyId family) => (await Read(family)).WorkerSpells[^1].Holder;

    private async Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, object body, string? key = null)
    {
        using var api = new HttpClient { BaseAddress = study.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1{path}") { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", await (await study.At(RunningStudy.OwnSite, Roles.Coordinator)).Token(study));
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        using var response = await api.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private static object Body(params (FamilyId Family, WorkerId? To)[] families) =>
        new { on = On.ToString("yyyy-MM-dd"), reason = "left the authority", leaves = true, families = families.Select(f => new { family = $"{f.Family}", to = f.To?.ToString() }) };

    [Fact]
    public async Task A_worker_leaves_and_the_page_shares_her_families_out_and_reassigns_them()
    {
        var (leaver, one, two) = (await study.Worker("Leaving Lee"), await study.Worker("Staying Sam"), await study.Worker("Taking Tess"));
        var families = new[] { await HeldBy(leaver), await HeldBy(leaver), await HeldBy(leaver) };
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Coordinator);

        var left = await visitor.Post($"/workers/{leaver.Id}/leave", Day("On", On));
        Assert.Equal($"/workers/{leaver.Id}/reassign", left.Location);
        var list = await visitor.Get(left.Location!);
        Assert.All(families, f => Assert.Contains($"{f}", list.Words, StringComparison.Ordinal));

        var shared = await visitor.Send(list, $"{left.Location}?handler=Share", new[] { KeyValuePair.Create("Among", $"{one.Id}"), KeyValuePair.Create("Among", $"{two.Id}") });
        var chosen = shared.Document.QuerySelectorAll("select[name^='To[']").ToDictionary(s => s.GetAttribute("name")!, s => s.QuerySelector("option[selected]")!.GetAttribute("value")!);
        Assert.Equal([1, 2], chosen.Values.CountBy(v => v).Select(c => c.Value).Order());

        var saved = await visitor.Send(shared, left.Location!, chosen.Concat(Day("On", On)).Append(new("Reason", "left the authority")));
        Assert.Equal($"/workers/{leaver.Id}", saved.Location);
        foreach (var family in families)
        {
            var spell = (await Read(family)).WorkerSpells[^1];
            Assert.Equal((chosen[$"To[{family}]"], (PartialDate)On, "left the authority"), (((CaseHolder.Named)spell.Holder).Worker.ToString(), spell.From, spell.Reason));
        }
        Assert.Contains("Families held now (0)", (await visitor.Get(saved.Location!)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reassignment_without_reason_or_families_asks_for_both_and_changes_nothing()
    {
        var leaver = await study.Worker("Leaving Lou");
        var family = await HeldBy(leaver);
        var page = await (await study.At(RunningStudy.OwnSite, Roles.Coordinator)).Post($"/workers/{leaver.Id}/reassign", Day("On", On));
        page.ShouldAskFor("Reason", "Give the reason; it becomes part of every family's record.");
        page.ShouldAskFor($"To[{family}]", "Choose who takes over for at least one family, and at most 500 at a time.");
        Assert.Equal(new CaseHolder.Named(leaver.Id), await Holder(family));
    }

    [Fact]
    public async Task A_reassignment_that_stopped_half_way_completes_when_it_is_sent_again_and_a_third_time_changes_nothing()
    {
        var (leaver, next) = (await study.Worker("Leaving Lin"), await study.Worker("Next Nia"));
        var (first, second) = (await HeldBy(leaver), await HeldBy(leaver));
        var body = Body((first, next.Id), (second, null));
        var operation = OperationId.New();
        var stamp = new Stamp(operation, "coordinator-ashbourne@study.example", DateTimeOffset.UtcNow, "left the authority");
        var plan = new Reassignment([new(first, next.Id), new(second, null)], On, "authority", Leaves: true);
        OpenedStudy.Accepted(await study.Grains.Worker(leaver.Id).PlanReassignment(plan, stamp)); // as far as it came: planned, and one family changed
        OpenedStudy.Accepted(await study.Grains.Case(first).Reassign(leaver.Id, next.Id, On, "authority", stamp.For($"{first}")));
        Assert.Equal(new CaseHolder.Named(leaver.Id), await Holder(second));

        var again = await Post($"/workers/{leaver.Id}/reassignments", body, $"{operation}");
        Assert.Equal((HttpStatusCode.OK, 2), (again.Status, again.Body.GetProperty("reassigned").GetInt32()));
        Assert.Equal((new CaseHolder.Named(next.Id), new CaseHolder.Unallocated()), (await Holder(first), await Holder(second)));
        Assert.Equal(On, (await study.Grains.Worker(leaver.Id).Read())!.LeftOn);

        var lengths = ((await Read(first)).Version, (await Read(second)).Version);
        Assert.Equal(2, (await Post($"/workers/{leaver.Id}/reassignments", body, $"{operation}")).Body.GetProperty("reassigned").GetInt32());
        Assert.Equal(lengths, ((await Read(first)).Version, (await Read(second)).Version));
        var other = await Post($"/workers/{leaver.Id}/reassignments", Body((first, null), (second, null)), $"{operation}");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "operation.reused"), (other.Status, other.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task One_family_that_cannot_go_keeps_all_of_them_and_the_worker_where_they_are()
    {
        var (leaver, next) = (await study.Worker("Leaving Lyn"), await study.Worker("Next Noor"));
        var (held, elsewhere) = (await HeldBy(leaver), await HeldBy(leaver, RunningStudy.OtherSite));
        var refused = await Post($"/workers/{leaver.Id}/reassignments", Body((held, next.Id), (elsewhere, next.Id)));
        Assert.Equal((HttpStatusCode.NotFound, $"families.{elsewhere}"), (refused.Status, refused.Body.GetProperty("faults")[0].GetProperty("field").GetString()));
        Assert.Equal(new CaseHolder.Named(leaver.Id), await Holder(held));
        Assert.Null((await study.Grains.Worker(leaver.Id).Read())!.LeftOn);
    }

    [Fact]
    public async Task A_worker_changes_team_by_page_and_by_the_API()
    {
        var worker = await study.Worker("Team Tam");
        await (await study.At(RunningStudy.OwnSite, Roles.Coordinator)).Post($"/workers/{worker.Id}/team", Day("From", On).Append(new("Site", "ashbourne")).Append(new("Team", "East")));
        Assert.Equal("East", (await study.Grains.Worker(worker.Id).Read())!.Team);
        var sent = await Post($"/workers/{worker.Id}/team", new { site = "ashbourne", team = "West", from = On.ToString("yyyy-MM-dd") });
        Assert.Equal((HttpStatusCode.OK, "West"), (sent.Status, sent.Body.GetProperty("team").GetString()));
    }

    private static IEnumerable<KeyValuePair<string, string>> Day(string field, DateOnly day) =>
        [new($"{field}.Day", $"{day.Day}"), new($"{field}.Month", $"{day.Month}"), new($"{field}.Year", $"{day.Year}")];
}
