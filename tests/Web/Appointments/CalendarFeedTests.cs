using System.Net;
using System.Text;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Appointments;

namespace SosLongitudinal.Tests.Web.Appointments;

/// <summary>Private calendar feeds of people and rooms, as a calendar program reads them.</summary>
public sealed class CalendarFeedTests(RunningStudy study)
{
    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    [Fact]
    public async Task A_feed_holds_times_ids_and_place_codes_and_right_instants_on_both_sides_of_a_clock_change()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        var change = ClockChange();
        var (before, after) = (await study.Appointment(family, interviewer, change.AddDays(-1), "10:00"), await study.Appointment(family, interviewer, change, "10:00"));
        var feed = await Open(AppointmentsLinks.Feed(interviewer));

        var text = await Read(feed);
        var calendar = Ical.Net.Calendar.Load(text)!;

        Assert.Equal([before.Plan.Start, after.Plan.Start], calendar.Events.OrderBy(e => e.Start).Select(e => new DateTimeOffset(e.Start!.AsUtc, TimeSpan.Zero)));
        Assert.NotEqual(before.Plan.Start.Offset, after.Plan.Start.Offset);
        Assert.All(calendar.Events, e => Assert.Equal(($"{family.Id} home", "home"), (e.Summary, e.Location)));
        foreach (var never in (string[])[interviewer, family.Serial, "Ashbourne", "Signs", "person"]) Assert.DoesNotContain(never, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_feed_is_written_as_strict_clients_read_it()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        await study.Appointment(family, interviewer, OpenedStudy.Today.AddDays(12));
        using var visitor = study.SignedOut();
        using var answer = await visitor.Http.GetAsync(await Open(AppointmentsLinks.Feed(interviewer)), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.StartsWith("BEGIN:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        foreach (var needed in (string[])["VERSION:2.0", "PRODID:", "UID:", "DTSTAMP:", "DTSTART:", "DTEND:"]) Assert.Contains($"\r\n{needed}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_appointment_is_told_as_cancelled_and_a_moved_one_under_the_same_uid_with_a_higher_sequence()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        await study.Appointment(family, interviewer, OpenedStudy.Today.AddDays(12));
        var feed = await Open(AppointmentsLinks.Feed(interviewer));
        var first = Assert.Single(Ical.Net.Calendar.Load(await Read(feed))!.Events);

        await (await Coordinator).Post(AppointmentsLinks.Cancel(family.Id, 1), new { Asked = "Family", Why = "ill" });
        var last = Assert.Single(Ical.Net.Calendar.Load(await Read(feed))!.Events);

        Assert.Equal((first.Uid, "TENTATIVE", "CANCELLED"), (last.Uid, first.Status, last.Status));
        Assert.True(last.Sequence > first.Sequence);
    }

    [Fact]
    public async Task A_new_address_ends_the_one_before_it_and_a_revoked_one_answers_nothing()
    {
        var interviewer = await study.Interviewer();
        var path = AppointmentsLinks.Feed(interviewer);
        var first = await Open(path);
        var second = await Open(path);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await Status(first), await Status(second)));

        await (await Coordinator).Post(path, new { }, "handler=Revoke");

        Assert.Equal(HttpStatusCode.NotFound, await Status(second));
        Assert.DoesNotContain(second.Split('/')[^1][..^4], System.Text.Json.JsonSerializer.Serialize((await study.Grains.Roster().Read()).Feeds), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_s_feed_holds_what_is_booked_in_it_whoever_interviews()
    {
        var room = RoomCode.Parse($"r{Guid.NewGuid().ToString()[..8]}");
        OpenedStudy.Accepted(await study.Grains.Roster().SetRoom(new(room, RunningStudy.OwnSite, "Family Centre"), OpenedStudy.Stamp()));
        var (one, other) = (await study.Family(), await study.Family());
        await study.Appointment(one, await study.Interviewer(), OpenedStudy.Today.AddDays(12), "10:00", room);
        await study.Appointment(other, await study.Interviewer(), OpenedStudy.Today.AddDays(12), "11:00", room);

        var events = Ical.Net.Calendar.Load(await Read(await Open(AppointmentsLinks.RoomFeed(room))))!.Events;

        Assert.Equal([$"{one.Id} {room}", $"{other.Id} {room}"], events.OrderBy(e => e.Start).Select(e => e.Summary));
    }

    [Fact]
    public async Task An_interviewer_opens_their_own_feed_and_nobody_else_s()
    {
        var other = await study.Interviewer();
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Interviewer);
        var own = $"interviewer-{RunningStudy.OwnSite}@study.example";

        Assert.Equal(HttpStatusCode.OK, (await visitor.Get(AppointmentsLinks.Feed(own))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(AppointmentsLinks.Feed(other))).Status);
    }

    private async Task<string> Open(string page)
    {
        var shown = await (await Coordinator).Post(page, new { });
        return new Uri(shown.Document.QuerySelector(".feed-address")!.TextContent.Trim()).AbsolutePath;
    }

    private async Task<string> Read(string feed)
    {
        using var visitor = study.SignedOut();
        return await visitor.Http.GetStringAsync(feed, TestContext.Current.CancellationToken);
    }

    private async Task<HttpStatusCode> Status(string feed)
    {
        using var visitor = study.SignedOut();
        return (await visitor.Get(feed)).Status;
    }

    /// <summary>The next Sunday on which the clocks change.</summary>
    private static DateOnly ClockChange()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
        var day = OpenedStudy.Today.AddDays(3);
        while (zone.GetUtcOffset(day.ToDateTime(new(10, 0))) == zone.GetUtcOffset(day.AddDays(-1).ToDateTime(new(10, 0)))) day = day.AddDays(1);
        return day;
    }
}
