using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Safeguarding;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Pages.Safeguarding;

namespace SosLongitudinal.Tests.Web.Safeguarding;

/// <summary>Disclosures of harm by page and API: who records and reads them, what stands on the start page, and that no word of them is anywhere else.</summary>
public sealed class DisclosureTests(RunningStudy study)
{
    private const string Words = "Qzharm she said that he hits her";
    private static readonly string Interviewer = $"interviewer-{RunningStudy.OwnSite}@study.example";

    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    private static Dictionary<string, string> Typed(string words = Words) => new()
    {
        ["Kind"] = "Physical", ["Words"] = words, ["By"] = Interviewer, ["On.Day"] = $"{OpenedStudy.Today.Day}", ["On.Month"] = $"{OpenedStudy.Today.Month}", ["On.Year"] = $"{OpenedStudy.Today.Year}", ["Time"] = "14:30",
    };

    private static Dictionary<string, string> Told() => new()
    {
        ["Told.Role"] = "duty social worker", ["Told.Name"] = "Qzharm Delaney", ["Told.Agency"] = "Qzharm team", ["Told.By"] = Interviewer, ["Told.Said"] = "Qzharm will visit today",
        ["Told.On.Day"] = $"{OpenedStudy.Today.Day}", ["Told.On.Month"] = $"{OpenedStudy.Today.Month}", ["Told.On.Year"] = $"{OpenedStudy.Today.Year}",
    };

    [Fact]
    public async Task An_interviewer_records_one_reads_their_own_hands_it_on_and_then_no_longer_reads_it()
    {
        var (family, interviewer, coordinator) = (await Met(), await study.At(RunningStudy.OwnSite, Roles.Interviewer), await Coordinator);
        (await interviewer.Post(SafeguardingLinks.Record(family.Id), new { Words })).ShouldAskFor("Kind", "Choose what kind of harm it was.");
        var saved = await interviewer.Post(SafeguardingLinks.Record(family.Id), Typed());
        Assert.Equal((HttpStatusCode.Redirect, SafeguardingLinks.Show(family.Id, 1)), (saved.Status, saved.Location));
        var waits = $"has not been passed on: family {family.Id}";
        Assert.Contains(waits, (await coordinator.Get("/")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(waits, (await (await study.At(RunningStudy.OtherSite, Roles.Coordinator)).Get("/")).Words, StringComparison.Ordinal);
        Assert.DoesNotContain(waits, (await interviewer.Get("/")).Words, StringComparison.Ordinal);

        var closed = await interviewer.Get(saved.Location!);
        Assert.DoesNotContain("Qzharm", closed.Text, StringComparison.Ordinal);
        Assert.Contains(Words, (await interviewer.Post(saved.Location!, new { }, "handler=Read")).Words, StringComparison.Ordinal);
        Assert.Contains(await study.Grains.Disclosures(family.Id).History(), h => h.Kind == "disclosure.read" && h.By == Interviewer);

        (await interviewer.Post(saved.Location!, new Dictionary<string, string>(Told()) { ["Told.Agency"] = "" }, "handler=PassOn")).ShouldAskFor("Told.Agency", "Say where the person who was told works.");
        Assert.Equal(HttpStatusCode.Redirect, (await interviewer.Post(saved.Location!, Told(), "handler=PassOn")).Status);
        Assert.DoesNotContain(waits, (await coordinator.Get("/")).Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await interviewer.Get(saved.Location!)).Status);
        await coordinator.Post(saved.Location!, new Dictionary<string, string> { ["FollowUp"] = "Qzharm rang back", ["FollowedOn.Day"] = $"{OpenedStudy.Today.Day}", ["FollowedOn.Month"] = $"{OpenedStudy.Today.Month}", ["FollowedOn.Year"] = $"{OpenedStudy.Today.Year}" }, "handler=FollowUp");
        var read = await coordinator.Post(saved.Location!, new { }, "handler=Read");
        foreach (var word in new[] { Words, "Qzharm Delaney", "Qzharm team", "Qzharm will visit today", "Qzharm rang back" }) Assert.Contains(word, read.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_by_the_API_once_for_each_operation_and_for_nobody_else()
    {
        var (family, coordinator) = (await Met(), await Coordinator);
        var path = $"/families/{family.Id}/disclosures";
        var body = new { kind = "self-harm", words = Words, on = OpenedStudy.Today, about = $"{family.Child().Id}" };
        for (var i = 0; i < 2; i++) Assert.Equal((HttpStatusCode.Created, "1"), await ApiCall.Send(study, coordinator, HttpMethod.Post, path, body, $"harm-{family.Id}") is var sent ? (sent.Status, sent.Text("number")) : default);
        Assert.Contains((await ApiCall.Send(study, coordinator, HttpMethod.Get, "/disclosures/not-passed-on")).Body.EnumerateArray(), c => c.GetProperty("family").GetString() == $"{family.Id}");
        Assert.Equal(Words, (await ApiCall.Send(study, coordinator, HttpMethod.Post, $"{path}/1/readings")).Body.GetProperty("heard").GetProperty("words").GetString());
        var told = new { role = "safeguarding lead", agency = "school", on = OpenedStudy.Today, name = "Qzharm Delaney", said = "Qzharm" };
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.OK, (await ApiCall.Send(study, coordinator, HttpMethod.Post, $"{path}/1/passings-on", told, $"told-{family.Id}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await ApiCall.Send(study, coordinator, HttpMethod.Post, $"{path}/1/follow-ups", new { followUp = "Qzharm", followedOn = OpenedStudy.Today })).Status);
        Assert.DoesNotContain((await ApiCall.Send(study, coordinator, HttpMethod.Get, "/disclosures/not-passed-on")).Body.EnumerateArray(), c => c.GetProperty("family").GetString() == $"{family.Id}");
        foreach (var role in new[] { Roles.Researcher, Roles.Analyst, Roles.Auditor })
            Assert.Equal(HttpStatusCode.Forbidden, (await ApiCall.Send(study, await study.At(RunningStudy.OwnSite, role), HttpMethod.Post, $"{path}/1/readings")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ApiCall.Send(study, await study.At(RunningStudy.OtherSite, Roles.Coordinator), HttpMethod.Post, $"{path}/1/readings")).Status);
        var stranger = await study.Family();
        Assert.Equal("disclosure.not-yours", (await ApiCall.Send(study, await study.At(RunningStudy.OwnSite, Roles.Interviewer), HttpMethod.Post, $"/families/{stranger.Id}/disclosures", body with { about = $"{stranger.Child().Id}" })).Code);
    }

    [Fact]
    public async Task It_stays_when_the_family_is_erased_and_no_word_of_it_is_in_any_record_page_feed_or_extract()
    {
        var (family, coordinator) = (await Met(), await Coordinator);
        var show = (await coordinator.Post(SafeguardingLinks.Record(family.Id), Typed())).Location!;
        await coordinator.Post(show, Told(), "handler=PassOn");

        foreach (var page in new[] { "/", FamiliesLinks.Show(family.Id), SafeguardingLinks.List(family.Id), show, "/reminders" }) Assert.DoesNotContain("Qzharm", (await coordinator.Get(page)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Qzharm", string.Concat((await study.Grains.Family(family.Id).History()).Select(h => h.Content + h.Why)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("disclos", string.Concat((await study.Grains.Family(family.Id).History()).Select(h => h.Kind)), StringComparison.OrdinalIgnoreCase);
        var store = study.Services.GetRequiredService<IRecordStore>();
        var records = 0;
        await foreach (var state in store.States(TestContext.Current.CancellationToken))
            await foreach (var record in store.ReadAll(state, "", TestContext.Current.CancellationToken))
            {
                records++;
                Assert.False(Encoding.UTF8.GetString(record.Content.Span).Contains("Qzharm", StringComparison.OrdinalIgnoreCase), $"{record.Key}");
            }
        Assert.True(records > 10);

        var erased = await study.Services.GetRequiredService<Erasures>().Erase(family.Id, null, OpenedStudy.Today, new(true, false, null), OpenedStudy.Stamp("asked"));
        Assert.IsType<Decision<FamilyState>.Accepted>(erased);
        Assert.Contains(Words, (await coordinator.Post(show, new { }, "handler=Read")).Words, StringComparison.Ordinal);
        Assert.Contains("stays on record also when the family's data are erased", (await coordinator.Get(SafeguardingLinks.List(family.Id))).Words, StringComparison.Ordinal);
    }

    private async Task<FamilyState> Met()
    {
        var family = await study.Family();
        OpenedStudy.Accepted(await study.Grains.Fieldwork(family.Id).Assign(OpenedStudy.T1, Interviewer, OpenedStudy.Sampled, OpenedStudy.Stamp()));
        return family;
    }
}
