using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Fieldwork;

namespace SosLongitudinal.Tests.Web.Appointments;

/// <summary>The plan of a site's next weeks, proposed and accepted by API and page. Each test has a site of its own.</summary>
public sealed class PlanTests(RunningStudy study)
{
    [Fact]
    public async Task A_plan_books_all_due_families_once_however_often_it_is_accepted()
    {
        var (site, families) = await Site(6);
        var plan = await Propose(site);
        Assert.Equal(6, plan.GetProperty("lines").GetArrayLength());
        Assert.True(plan.GetProperty("points").GetInt32() >= plan.GetProperty("greedyPoints").GetInt32());

        var first = await Accept(site, plan);
        var again = await Accept(site, plan);

        Assert.Equal((6, 0), (first.GetProperty("booked").GetArrayLength(), first.GetProperty("refused").GetArrayLength()));
        Assert.Equal(first.GetRawText(), again.GetRawText());
        var plans = new List<AppointmentPlan>();
        foreach (var family in families) plans.Add(Assert.Single((await study.Grains.Family(family.Id).Read())!.Appointments).Plan);
        Assert.DoesNotContain(plans.SelectMany(a => plans.Where(b => b != a && a.Interviewer == b.Interviewer && a.Start < b.End.AddMinutes(60) && b.Start < a.End.AddMinutes(60))), _ => true);
        Assert.Equal((0, 6), ((await Propose(site)).GetProperty("lines").GetArrayLength(), (await Propose(site)).GetProperty("booked").GetInt32()));
    }

    [Fact]
    public async Task What_somebody_took_meanwhile_is_refused_line_by_line_and_the_rest_is_booked()
    {
        var (site, _) = await Site(3);
        var plan = await Propose(site);
        var line = plan.GetProperty("lines")[0];
        var start = line.GetProperty("start").GetDateTimeOffset();
        var local = LocalTimes.Local("Europe/London", start);
        await study.Appointment(await study.Family(site), line.GetProperty("interviewer").GetString()!, DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local).ToString("HH:mm", null));

        var accepted = await Accept(site, plan);

        Assert.Equal(2, accepted.GetProperty("booked").GetArrayLength());
        var refused = Assert.Single(accepted.GetProperty("refused").EnumerateArray());
        Assert.Equal((line.GetProperty("family").GetString(), "diary.taken"), (refused.GetProperty("family").GetString(), refused.GetProperty("code").GetString()));
        Assert.Contains("another appointment then", refused.GetProperty("because").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_be_booked_is_listed_with_the_reason()
    {
        var (site, families) = await Site(2);
        OpenedStudy.Accepted(await study.Grains.Contact(families[0].Id).SetFlags(families[0].Parent().Id, new SafeContact { DoNotVisit = true }, new(true, false, null), OpenedStudy.Stamp()));
        var unasked = await study.Family(site, but: e => e with { ConsentedOn = null, Consents = [] });

        var visits = await Propose(site);
        var calls = await Propose(site, new { mode = "telephone" });

        Assert.Equal(["do not visit this member. choose another way.", "no consent to be interviewed stands."],
            visits.GetProperty("notPlanned").EnumerateArray().Select(n => n.GetProperty("because").GetString()!.ToLowerInvariant()).Order());
        Assert.Equal($"{families[1].Id}", Assert.Single(visits.GetProperty("lines").EnumerateArray()).GetProperty("family").GetString());
        Assert.Equal(2, calls.GetProperty("lines").GetArrayLength());
        Assert.Equal($"{unasked.Id}", Assert.Single(calls.GetProperty("notPlanned").EnumerateArray()).GetProperty("family").GetString());
    }

    [Fact]
    public async Task On_the_page_a_line_is_changed_another_left_out_and_the_plan_accepted_as_a_whole()
    {
        var (site, families) = await Site(3);
        var visitor = await study.At(site, Roles.Coordinator);
        var page = await visitor.Get($"{FieldworkLinks.Plan}?Site={site}&Weeks=2");
        Assert.Contains("3 of 3 due families can be booked", page.Words, StringComparison.Ordinal);
        var selects = page.Document.QuerySelectorAll("select[name^=Lines]").ToDictionary(s => s.GetAttribute("name")!, s => s.QuerySelectorAll("option").Select(o => o.GetAttribute("value")!).ToList());
        Assert.All(selects.Values, options => Assert.True(options.Count >= 3 && options[^1].Length == 0));
        string Line(int n) => $"Lines[{families[n].Id}]";
        var fields = selects.ToDictionary(s => s.Key, s => s.Key == Line(0) ? "" : s.Key == Line(1) ? s.Value[1] : s.Value[0]);
        var form = page.Document.QuerySelectorAll("main form[method=post]").Single();

        var accepted = await visitor.Send(form.GetAttribute("action")!, [.. Page.Hidden(form), .. fields]);
        var again = await visitor.Send(form.GetAttribute("action")!, [.. Page.Hidden(form), .. fields]);

        Assert.Contains("2 appointments are booked.", accepted.Words, StringComparison.Ordinal);
        Assert.Contains("2 appointments are booked.", again.Words, StringComparison.Ordinal);
        Assert.Empty((await study.Grains.Family(families[0].Id).Read())!.Appointments);
        var changed = Assert.Single((await study.Grains.Family(families[1].Id).Read())!.Appointments).Plan;
        Assert.Equal(selects[Line(1)][1], $"t1~{new Study.Diaries.Slots.SlotChoice(changed.Start, changed.Interviewer)}");
        Assert.Single((await study.Grains.Family(families[2].Id).Read())!.Appointments);
    }

    [Fact]
    public async Task Another_site_s_plan_is_not_found_and_a_family_of_another_site_is_not_booked_by_this_one_s()
    {
        var (site, families) = await Site(1);
        Assert.Equal(HttpStatusCode.NotFound, (await (await study.At(RunningStudy.OwnSite, Roles.Coordinator)).Get($"{FieldworkLinks.Plan}?Site={site}")).Status);
        var (elsewhere, _) = await Site(1);
        var plan = await Propose(site);

        var accepted = await Send($"/api/v1/sites/{elsewhere}/plan/accept", new { plan = plan.GetProperty("plan").GetString(), lines = plan.GetProperty("lines") });

        Assert.Equal("family.unknown", Assert.Single(accepted.GetProperty("refused").EnumerateArray()).GetProperty("code").GetString());
        Assert.Empty((await study.Grains.Family(families[0].Id).Read())!.Appointments);
    }

    /// <summary>A site with two interviewers and some families that are due now.</summary>
    private async Task<(SiteCode Site, List<FamilyState> Families)> Site(int families)
    {
        var site = SiteCode.Parse($"plan-{Guid.NewGuid().ToString()[..8]}");
        OpenedStudy.Accepted(await study.Grains.Site(site).Open($"Plan {site}", OpenedStudy.Stamp()));
        for (var i = 0; i < 2; i++) await study.Interviewer(site);
        var made = new List<FamilyState>();
        for (var i = 0; i < families; i++) made.Add(await study.Family(site));
        return (site, made);
    }

    private Task<JsonElement> Propose(SiteCode site, object? body = null) => Send($"/api/v1/sites/{site}/plan", body ?? new { weeks = 2 });

    private Task<JsonElement> Accept(SiteCode site, JsonElement plan) => Send($"/api/v1/sites/{site}/plan/accept", new { plan = plan.GetProperty("plan").GetString(), lines = plan.GetProperty("lines") });

    private async Task<JsonElement> Send(string path, object body)
    {
        var visitor = await study.As(Roles.Coordinator);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", await visitor.Token(study));
        using var response = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
