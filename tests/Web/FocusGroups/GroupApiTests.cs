using System.Net;
using System.Text.Json;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.FocusGroups;

/// <summary>Focus groups over the API, from the plan to the coded transcript.</summary>
public sealed class GroupApiTests(RunningStudy study)
{
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(12);

    [Fact]
    public async Task A_group_is_planned_once_however_often_it_is_sent_and_stands_in_the_list()
    {
        var (body, key) = (new { site = $"{RunningStudy.OwnSite}", wave = "t1", kind = "managers", seats = 6, plannedOn = Day }, Guid.NewGuid().ToString());
        var (first, again) = (await study.Ask(HttpMethod.Post, "/focus-groups", body, key: key), await study.Ask(HttpMethod.Post, "/focus-groups", body, key: key));
        Assert.Equal((HttpStatusCode.Created, first.Group.GetProperty("id").GetString()), (again.Status, again.Group.GetProperty("id").GetString()));
        var listed = await study.Ask(HttpMethod.Get, "/focus-groups?kind=managers&state=planned");
        Assert.Single(listed.Body.EnumerateArray(), g => g.GetProperty("id").GetString() == first.Group.GetProperty("id").GetString());
        Assert.Equal("site.unknown", (await study.Ask(HttpMethod.Post, "/focus-groups", body with { site = $"{RunningStudy.OtherSite}" })).Code);
        Assert.Equal("group.seats", (await study.Ask(HttpMethod.Post, "/focus-groups", body with { seats = 0 })).Code);
    }

    [Fact]
    public async Task A_facilitator_with_an_interview_then_cannot_be_booked_and_one_who_facilitates_cannot_interview()
    {
        var (interviewer, second, room, group) = (await study.Interviewer(), await study.Interviewer(), await study.Room(RunningStudy.OwnSite), await study.Group(RunningStudy.OwnSite, GroupKind.Managers));
        await study.Appointment(await study.Family(), interviewer, Day, "11:00");
        object Session(string at) => new { facilitators = new[] { second, interviewer }, on = Day, at, minutes = 90, room = $"{room}" };

        Assert.Equal("diary.taken", (await study.Post(group, "session", Session("10:00"))).Code);
        var booked = await study.Post(group, "session", Session("12:00"));
        Assert.Equal((HttpStatusCode.OK, "scheduled", $"{room}"), (booked.Status, booked.Group.GetProperty("state").GetString(), booked.Group.GetProperty("session").GetProperty("place").GetString()));
        var entry = Assert.Single((await study.Grains.Diary(new(DiaryOwner.Person(second), DiaryMonth.Of(Day))).Read()).Entries);
        Assert.Equal((EntryState.Confirmed, group.Id), (entry.State, entry.Group));
        var interview = await study.Ask(HttpMethod.Post, $"/families/{(await study.Family()).Id}/appointments", new { wave = "t1", interviewer, on = Day, at = "13:00" });
        Assert.Equal("diary.taken", interview.Code);

        Assert.Equal("group.reason-needed", (await study.Post(group, "cancel", new { why = " " })).Code);
        Assert.Equal("cancelled", (await study.Post(group, "cancel", new { why = "too few" })).Group.GetProperty("state").GetString());
        Assert.Empty((await study.Grains.Diary(new(DiaryOwner.Room(room), DiaryMonth.Of(Day))).Read()).Entries);
    }

    [Fact]
    public async Task Parents_are_drawn_in_an_order_that_can_be_made_again_and_a_declined_seat_passes_on()
    {
        for (var n = 0; n < 5; n++) await study.Family();
        var (group, key) = (await study.Group(RunningStudy.OwnSite, GroupKind.Parents, seats: 2), Guid.NewGuid().ToString());
        var drawn = await study.Draw(group, 4, key: key);
        Assert.Equal((2, 2), (drawn.Seated.Count(), drawn.Waiting.Count()));
        var again = await study.Draw(group, 4, key: key);
        Assert.Equal(drawn.Seated.Concat(drawn.Waiting), again.Seated.Concat(again.Waiting));
        Assert.Equal("operation.reused", (await study.Draw(group, 3, key: key)).Code);

        var (first, next) = (drawn.Seated.First(), drawn.Waiting.First());
        var declined = await study.Post(group, "invitations/1/reply", new { reply = "no" });
        Assert.DoesNotContain(first, declined.Seated);
        Assert.Contains(next, declined.Seated);
        Assert.Equal("group.reply-needed", (await study.Post(group, "invitations/2/reply", new { reply = "none" })).Code);
        Assert.Equal("group.unknown-invitation", (await study.Post(group, "invitations/77/reply", new { reply = "yes" })).Code);
    }

    [Fact]
    public async Task Who_came_is_said_and_the_transcript_goes_step_by_step()
    {
        var group = await Begun(GroupKind.Managers);
        await study.Ask(HttpMethod.Get, $"/focus-groups/{group.Id}");
        var held = await study.Post(group, "attendance", new { attendances = new object[] { new { number = 1, came = true, recording = "agreed" }, new { number = 2, came = true, recording = "refused" } } });
        Assert.Equal(("held", 2, false), (held.Group.GetProperty("state").GetString(), held.Group.GetProperty("came").GetInt32(), held.Group.GetProperty("mayBeRecorded").GetBoolean()));
        object Step(string step, string? source = null) => new { step, on = OpenedStudy.Today, who = "Typists Ltd", source };
        Assert.Equal("group.not-recorded", (await study.Post(group, "transcript", Step("received", "recording"))).Code);
        Assert.Equal("group.transcript-order", (await study.Post(group, "transcript", Step("checked"))).Code);
        await study.Post(group, "transcript", Step("received", "notes"));
        foreach (var step in (string[])["checked", "anonymised", "coded"]) Assert.Equal(HttpStatusCode.OK, (await study.Post(group, "transcript", Step(step))).Status);
        Assert.Equal("group.reason-needed", (await study.Post(group, "transcript/back", new { step = "checked", on = OpenedStudy.Today, who = "Reader", why = "" })).Code);
        var back = await study.Post(group, "transcript/back", new { step = "checked", on = OpenedStudy.Today, who = "Reader", why = "a name was left in" });
        Assert.Equal(("checked", 5), (back.Group.GetProperty("transcript").GetString(), back.Body.GetProperty("transcriptNotes").GetArrayLength()));
        Assert.Equal("group.not-coded", (await study.Post(group, "close")).Code);
        Assert.Equal("closed", (await study.Post(group, "close", new { why = "the rest is lost" })).Group.GetProperty("state").GetString());
        Assert.Equal("held", (await study.Post(group, "reopen", new { why = "it was found" })).Group.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Each_site_s_progress_counts_what_is_wanted_booked_and_held()
    {
        var wave = "t2"; // nothing else of the kind is planned at this wave
        Assert.Equal(HttpStatusCode.Forbidden, (await study.Ask(HttpMethod.Put, "/study/group-targets", new { wave, kind = "managers", number = 2, site = $"{RunningStudy.OwnSite}" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, "/study/group-targets", new { wave, kind = "managers", number = 2, site = $"{RunningStudy.OwnSite}" }, Roles.Administrator)).Status);
        await study.Ask(HttpMethod.Post, "/focus-groups", new { site = $"{RunningStudy.OwnSite}", wave, kind = "managers", seats = 6 });
        var progress = (await study.Ask(HttpMethod.Get, "/focus-groups/progress")).Body.EnumerateArray().ToList();
        var row = Assert.Single(progress, p => (p.GetProperty("wave").GetString(), p.GetProperty("kind").GetString()) == (wave, "managers"));
        Assert.Equal((2, 1, 0, 0, 2), (row.GetProperty("wanted").GetInt32(), row.GetProperty("planned").GetInt32(), row.GetProperty("scheduled").GetInt32(), row.GetProperty("held").GetInt32(), row.GetProperty("short").GetInt32()));
        Assert.All(progress, p => Assert.Equal($"{RunningStudy.OwnSite}", p.GetProperty("site").GetString()));
    }

    [Fact]
    public async Task An_interviewer_sees_who_is_invited_where_they_facilitate_and_says_who_came_there_only()
    {
        await study.At(RunningStudy.OwnSite, Roles.Interviewer);
        var (theirs, others) = (await Begun(GroupKind.Managers, $"interviewer-{RunningStudy.OwnSite}@study.example"), await Begun(GroupKind.Managers));
        Assert.NotEmpty((await study.Get(theirs, Roles.Interviewer)).With(_ => true));
        Assert.Empty((await study.Get(others, Roles.Interviewer)).With(_ => true));
        var body = new { attendances = new object[] { new { number = 1, came = true, recording = "agreed" } } };
        Assert.Equal("group.unknown", (await study.Ask(HttpMethod.Post, $"/focus-groups/{others.Id}/attendance", body, Roles.Interviewer)).Code);
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Post, $"/focus-groups/{theirs.Id}/attendance", body, Roles.Interviewer)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await study.Get(theirs, at: RunningStudy.OtherSite)).Status);
    }

    [Fact]
    public async Task Appointments_and_groups_are_datasets_that_an_analyst_downloads()
    {
        await study.Appointment(await study.Family(), await study.Interviewer(), Day, "16:00");
        var group = await Begun(GroupKind.Managers);
        foreach (var (dataset, column) in ((string, string)[])[("appointments", "appointment"), ("focus-groups", "group")])
        {
            var visitor = await study.At(RunningStudy.OwnSite, Roles.Analyst);
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/extracts/{dataset}.csv");
            request.Headers.Authorization = new("Bearer", await visitor.Token(study));
            using var api = new HttpClient { BaseAddress = study.Address };
            using var response = await api.SendAsync(request, TestContext.Current.CancellationToken);
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains(column, text.Split('\n')[0], StringComparison.Ordinal);
            Assert.DoesNotContain("@study.example", text, StringComparison.Ordinal);
            if (dataset == "focus-groups") Assert.Contains($"{group.Id}", text, StringComparison.Ordinal);
        }
    }

    /// <summary>A group whose session has begun, with three people invited by post.</summary>
    private async Task<FocusGroup> Begun(GroupKind kind, string facilitator = "someone@study.example")
    {
        var group = await study.Group(RunningStudy.OwnSite, kind);
        foreach (var post in (string[])["head-of-service", "team-manager-north", "team-manager-south"]) OpenedStudy.Accepted(await study.Grains.GroupInvitations(group.Id).Invite(Invitee.Parse($"post~{post}"), default, OpenedStudy.Stamp()));
        var start = DateTimeOffset.UtcNow.AddHours(-2);
        return OpenedStudy.Accepted(await study.Grains.FocusGroup(group.Id).Schedule(new([facilitator], start, 90, RoomCode.Parse("walked")), OpenedStudy.Stamp() with { At = start.AddDays(-3) }));
    }
}
