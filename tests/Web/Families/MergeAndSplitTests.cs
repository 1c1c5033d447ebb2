using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Families;

public sealed class MergeAndSplitTests(RunningStudy study)
{
    private static readonly ContactViewer Office = new(Office: true, Interviewer: false, Sites: null);
    private static readonly string Today = $"{OpenedStudy.Today:yyyy-MM-dd}";

    [Fact]
    public async Task Two_entries_of_one_family_are_merged_on_the_page_and_both_timelines_say_so()
    {
        var (kept, away) = (await study.Family(), await study.Family());
        await study.EnterSdq(away);
        OpenedStudy.Accepted(await study.Grains.Contact(away.Id).Record(away.Parent().Id, new($"Merged Person {away.Id}") { Postcode = "ZZ7 7ZZ" }, Office, OpenedStudy.Stamp()));
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        var who = await visitor.Post($"/families/{kept.Id}/merge", new { Other = $"{away.Id}" }, "With");
        Assert.Contains("Who is who?", who.Words, StringComparison.Ordinal);
        var fields = away.Members.Select((m, i) => KeyValuePair.Create($"Members[{i}].Is", $"{kept.Members[i].Id}")).Append(new("Reason", "one family, entered twice")).ToList();
        var merged = await visitor.Send(who, $"/families/{kept.Id}/merge", fields);
        Assert.Equal($"/families/{kept.Id}", merged.Location);

        var (now, closed) = ((await study.Grains.Family(kept.Id).Read())!, (await study.Grains.Family(away.Id).Read())!);
        Assert.Equal((1, 0, (FamilyId?)kept.Id), (now.Forms.Length, closed.Forms.Length, closed.MergedInto));
        Assert.Equal(now.Child().Id.ToString(), now.Forms[0].Place.Subject.ToString());
        Assert.Equal($"Merged Person {away.Id}", OpenedStudy.Accepted(await study.Grains.Contact(kept.Id).View(now.Parent().Id, ContactPurpose.Trace, Office, OpenedStudy.Stamp())).Details!.Name);
        Assert.Contains($"{away.Id}", (await visitor.Get($"/families/{kept.Id}")).Words, StringComparison.Ordinal);
        Assert.Contains($"Merged into family {kept.Id}", (await visitor.Get($"/families/{away.Id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_family_merged_away_counts_no_more_is_found_by_its_old_number_and_takes_nothing_more()
    {
        var (kept, away) = (await study.Family(), await study.Family());
        var registers = study.Services.GetRequiredService<FamilyRegisters>();
        var answer = await Merge(kept, away, "same");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("merged-from", (await Body(answer)).GetProperty("links")[0].GetProperty("kind").GetString());
        Assert.Equal(kept.Id, Assert.Single((await registers.Find(new() { Text = away.Serial, Take = 5 })).Rows).Family.Id);
        Assert.Equal(kept.Id, Assert.Single((await registers.BySerial([away.Serial], null))[away.Serial]).Family);
        Assert.Equal(kept.Id, Assert.Single((await registers.Find(new() { Text = $"{away.Id}", Take = 5 })).Rows).Family.Id);
        Assert.Equal("family.merged", (await study.Grains.Case(away.Id).RecordEvent(CaseEventKind.Closure, OpenedStudy.Today, null, "authority", OpenedStudy.Stamp())).Match(_ => "", why => why.Code));
        Assert.Equal(HttpStatusCode.OK, (await Merge(kept, away, "once more")).StatusCode);
        Assert.Single((await study.Grains.Family(kept.Id).Read())!.Links);
        var keyed = await (await study.At(RunningStudy.OwnSite, Roles.Researcher)).Get($"/forms/batch/t1/{OpenedStudy.Sdq}?handler=Find&Paper.Id={away.Child().Id}");
        Assert.EndsWith($"&id={kept.Child().Id}", keyed.Document.QuerySelector("[data-state='stopped'] a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_at_the_same_place_refuse_the_merge_as_a_whole_and_name_the_place()
    {
        var (kept, away) = (await study.Family(), await study.Family());
        await study.EnterSdq(kept);
        await study.EnterSdq(away);
        var answer = await Merge(kept, away, "same");
        var body = await Body(answer);
        Assert.Equal((HttpStatusCode.Conflict, "merge.same-place"), (answer.StatusCode, body.GetProperty("code").GetString()));
        Assert.Contains($"{kept.Child().Id}", body.ToString(), StringComparison.Ordinal);
        Assert.Empty((await study.Grains.Family(kept.Id).Read())!.Links);
        var elsewhere = await study.Family(site: RunningStudy.OtherSite);
        Assert.Equal(HttpStatusCode.NotFound, (await Merge(kept, elsewhere, "same")).StatusCode);
    }

    [Fact]
    public async Task A_household_that_splits_is_two_families_that_name_each_other()
    {
        var family = await study.Family();
        OpenedStudy.Accepted(await study.Grains.Members(family.Id).Join([new(MemberRole.Parent, null, Sex.Male, OpenedStudy.Sampled)], OpenedStudy.Stamp()));
        family = (await study.Grains.Family(family.Id).Read())!;
        OpenedStudy.Accepted(await study.Grains.Contact(family.Id).Record(family.Child().Id, new($"Split Child {family.Id}"), Office, OpenedStudy.Stamp()));
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        var page = await visitor.Post($"/families/{family.Id}/split", Fields(family));
        var made = FamilyId.Parse(page.Location!["/families/".Length..]);
        var (old, household) = ((await study.Grains.Family(family.Id).Read())!, (await study.Grains.Family(made).Read())!);
        Assert.Equal((Stage.Consented, 2, family.Cohort), (household.Stage, household.Members.Length, household.Cohort));
        Assert.Equal((FamilyLinkKind.SplitFrom, family.Id), (household.Links[0].Kind, household.Links[0].Family));
        Assert.Equal((FamilyLinkKind.SplitInto, made), (old.Links[0].Kind, old.Links[0].Family));
        Assert.NotNull(old.Child().Left);
        Assert.Equal($"Split Child {family.Id}", OpenedStudy.Accepted(await study.Grains.Contact(made).View(household.Child().Id, ContactPurpose.Trace, Office, OpenedStudy.Stamp())).Details!.Name);
        Assert.Contains($"are family {made} now", (await visitor.Get($"/families/{family.Id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_death_says_not_eligible_and_why_until_it_is_struck_out()
    {
        var family = await study.Family();
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        OpenedStudy.Accepted(await study.Grains.Case(family.Id).RecordEvent(CaseEventKind.Death, OpenedStudy.Today.AddDays(-2), family.Child().Id, "authority", OpenedStudy.Stamp()));
        Assert.Contains("Not eligible The child has died", (await visitor.Get($"/families/{family.Id}")).Words, StringComparison.Ordinal);
        Assert.Equal($"/families/{family.Id}", (await visitor.Post($"/families/{family.Id}/case-events/1/strike", new { Reason = "another child of the same name" })).Location);
        Assert.DoesNotContain("Not eligible", (await visitor.Get($"/families/{family.Id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Eligibility_is_declared_on_its_page_and_by_the_API()
    {
        var admin = await study.As(Roles.Administrator);
        var page = await admin.Get("/study/eligibility");
        Assert.Equal("The child has died", page.ValueOf("Rules[0].Label"));
        var faulty = await admin.Send(page, "/study/eligibility", new KeyValuePair<string, string>[] { new("Rules[0].Label", "Nothing") });
        Assert.Contains("Choose an event, or give an age.", faulty.Words, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/study/eligibility") { Content = JsonContent.Create(new { rules = new object[] { new { code = "child-died", label = "The child has died", @event = "death" }, new { code = "child-adopted", label = "The child was adopted", @event = "adoption" } } }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await admin.Token(study));
        Assert.Equal(HttpStatusCode.OK, (await admin.Http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static List<KeyValuePair<string, string>> Fields(FamilyState family) =>
    [
        new("Going", $"{family.Child().Id}"), new("Going", $"{family.Members[^1].Id}"), new("On.Day", $"{OpenedStudy.Today.Day}"), new("On.Month", $"{OpenedStudy.Today.Month}"), new("On.Year", $"{OpenedStudy.Today.Year}"),
        new("Serial", $"{family.Serial}-2"), new("Reason", "the parents separated"),
    ];

    private async Task<HttpResponseMessage> Merge(FamilyState kept, FamilyState away, string why)
    {
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/families/{kept.Id}/merge")
        {
            Content = JsonContent.Create(new { other = $"{away.Id}", on = Today, reason = why, members = away.Members.Zip(kept.Members).Select(m => new Dictionary<string, string> { ["from"] = $"{m.First.Id}", ["is"] = $"{m.Second.Id}" }) }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await visitor.Token(study));
        return await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<JsonElement> Body(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
}
