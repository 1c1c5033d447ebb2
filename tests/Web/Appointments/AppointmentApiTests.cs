using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Appointments;

/// <summary>Booking, moving and cancelling over the API, and what the diaries keep of it.</summary>
public sealed class AppointmentApiTests(RunningStudy study)
{
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(10);

    [Fact]
    public async Task An_appointment_is_booked_once_however_often_it_is_sent_and_stands_in_the_agenda()
    {
        var (family, interviewer, operation) = (await study.Family(), await study.Interviewer(), Guid.NewGuid().ToString());

        var first = await Book(family, interviewer, Day, "14:30", operation);
        var again = await Book(family, interviewer, Day, "14:30", operation);

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, again.Status));
        Assert.Equal(1, again.Body.GetProperty("number").GetInt32());
        Assert.Equal("home", first.Body.GetProperty("place").GetString());
        var agenda = await Send(HttpMethod.Get, $"/api/v1/appointments?interviewer={interviewer}");
        Assert.Equal($"{family.Id}", Assert.Single(agenda.Body.GetProperty("items").EnumerateArray()).GetProperty("family").GetString());
        Assert.Equal(EntryState.Confirmed, Assert.Single(await Entries(interviewer)).State);
    }

    [Fact]
    public async Task Two_families_cannot_have_one_interviewer_at_once_nor_within_the_travel_between()
    {
        var (one, other, interviewer) = (await study.Family(), await study.Family(), await study.Interviewer());
        await Book(one, interviewer, Day, "10:00", travel: 30);

        Assert.Equal("diary.taken", (await Book(other, interviewer, Day, "10:30")).Code);
        Assert.Equal("diary.taken", (await Book(other, interviewer, Day, "11:15")).Code);
        Assert.Equal(HttpStatusCode.Created, (await Book(other, interviewer, Day, "11:30")).Status);
    }

    [Fact]
    public async Task A_room_is_taken_by_the_meeting_and_not_by_the_travel()
    {
        var (one, other) = (await study.Family(), await study.Family());
        var room = $"r{Guid.NewGuid().ToString()[..8]}";
        await Send(HttpMethod.Put, $"/api/v1/sites/{RunningStudy.OwnSite}/rooms/{room}", new { name = "Room" });
        await Book(one, await study.Interviewer(), Day, "10:00", travel: 60, room: room);

        Assert.Equal("diary.taken", (await Book(other, await study.Interviewer(), Day, "10:59", room: room)).Code);
        Assert.Equal(HttpStatusCode.Created, (await Book(other, await study.Interviewer(), Day, "11:00", travel: 60, room: room)).Status);
        Assert.Equal("roster.unknown-room", (await Book(await study.Family(RunningStudy.OtherSite), await study.Interviewer(RunningStudy.OtherSite), Day, "12:00", room: room)).Code);
    }

    [Fact]
    public async Task Moving_keeps_the_chain_and_gives_the_old_time_back_even_where_the_two_overlap()
    {
        var (family, other, interviewer) = (await study.Family(), await study.Family(), await study.Interviewer());
        await Book(family, interviewer, Day, "10:00");

        var moved = await Send(HttpMethod.Post, $"/api/v1/families/{family.Id}/appointments/1/move", new { asked = "family", at = "10:30", why = "school run" });

        Assert.Equal(1, moved.Body.GetProperty("moved").GetInt32());
        Assert.Equal("school run", moved.Body.GetProperty("moves")[0].GetProperty("why").GetString());
        Assert.Single(await Entries(interviewer));
        Assert.Equal("diary.taken", (await Book(other, interviewer, Day, "11:00")).Code);
        Assert.Equal(HttpStatusCode.Created, (await Book(other, interviewer, Day, "09:30")).Status);
    }

    [Fact]
    public async Task Cancelling_needs_a_reason_and_gives_the_time_back()
    {
        var (family, other, interviewer) = (await study.Family(), await study.Family(), await study.Interviewer());
        await Book(family, interviewer, Day, "10:00");

        Assert.Equal("reason.needed", (await Send(HttpMethod.Post, $"/api/v1/families/{family.Id}/appointments/1/cancel", new { asked = "family", why = " " })).Code);
        var cancelled = await Send(HttpMethod.Post, $"/api/v1/families/{family.Id}/appointments/1/cancel", new { asked = "family", why = "ill" });

        Assert.Equal(("cancelled", "family", "ill"), (cancelled.Text("state"), cancelled.Text("cancelledBy"), cancelled.Text("why")));
        Assert.Empty(await Entries(interviewer));
        Assert.Equal(HttpStatusCode.Created, (await Book(other, interviewer, Day, "10:00")).Status);
        Assert.Equal("appointment.over", (await Send(HttpMethod.Post, $"/api/v1/families/{family.Id}/appointments/1/move", new { asked = "family", at = "12:00" })).Code);
    }

    [Fact]
    public async Task Working_hours_leave_and_the_weekly_limit_are_kept()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        var monday = LocalTimes.Monday(OpenedStudy.Today.AddDays(14));
        var hours = Enum.GetNames<DayOfWeek>().Where(d => d != "Sunday").Select(day => new { day = day.ToLowerInvariant(), from = "09:00", to = "17:00" });
        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Put, $"/api/v1/interviewers/{interviewer}/hours", new { hours, weeklyLimit = 2 })).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send(HttpMethod.Post, $"/api/v1/interviewers/{interviewer}/away", new { first = monday, last = monday.AddDays(1) })).Status);

        Assert.Equal("roster.outside-hours", (await Book(family, interviewer, monday.AddDays(2), "16:30")).Code);
        Assert.Equal("roster.not-that-day", (await Book(family, interviewer, monday.AddDays(6), "10:00")).Code);
        Assert.Equal("diary.taken", (await Book(family, interviewer, monday.AddDays(1), "10:00")).Code);
        Assert.Equal(HttpStatusCode.Created, (await Book(family, interviewer, monday.AddDays(2), "10:00")).Status);
        Assert.Equal(HttpStatusCode.Created, (await Book(family, interviewer, monday.AddDays(3), "10:00")).Status);
        Assert.Equal("diary.week-full", (await Book(family, interviewer, monday.AddDays(4), "10:00")).Code);
        Assert.Equal(HttpStatusCode.OK, (await Send(HttpMethod.Post, $"/api/v1/families/{family.Id}/appointments/2/move", new { asked = "family", on = monday.AddDays(4) })).Status);
        Assert.Equal("diary.has-appointments", (await Send(HttpMethod.Post, $"/api/v1/interviewers/{interviewer}/away", new { first = monday.AddDays(2), last = monday.AddDays(2) })).Code);
    }

    [Fact]
    public async Task Leave_is_listed_and_taken_back()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        await Send(HttpMethod.Post, $"/api/v1/interviewers/{interviewer}/away", new { first = Day, last = Day.AddDays(40) });
        var away = Assert.Single((await Send(HttpMethod.Get, $"/api/v1/interviewers/{interviewer}/away")).Body.EnumerateArray());

        var lifted = await Send(HttpMethod.Delete, $"/api/v1/interviewers/{interviewer}/away/{DiaryMonth.Of(Day)}/{away.GetProperty("away").GetString()}");

        Assert.Equal(HttpStatusCode.NoContent, lifted.Status);
        Assert.Empty((await Send(HttpMethod.Get, $"/api/v1/interviewers/{interviewer}/away")).Body.EnumerateArray());
        Assert.Equal(HttpStatusCode.Created, (await Book(family, interviewer, Day.AddDays(35), "10:00")).Status);
    }

    [Fact]
    public async Task An_outcome_waits_for_its_time_and_a_confirmation_does_not()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        await Book(family, interviewer, Day, "10:00");

        Assert.Equal("confirmed", (await Send(HttpMethod.Post, $"/api/v1/families/{family.Id}/appointments/1/confirm")).Text("state"));
        Assert.Equal("appointment.not-yet", (await Send(HttpMethod.Post, $"/api/v1/families/{family.Id}/appointments/1/complete")).Code);
        Assert.Equal("appointment.not-yet", (await Send(HttpMethod.Post, $"/api/v1/families/{family.Id}/appointments/1/no-show")).Code);
        Assert.Equal("appointment.unknown", (await Send(HttpMethod.Post, $"/api/v1/families/{family.Id}/appointments/2/confirm")).Code);
    }

    [Fact]
    public async Task Whom_nobody_may_book_is_refused_at_the_field()
    {
        var family = await study.Family();

        Assert.Equal("roster.not-an-interviewer", (await Book(family, "nobody@study.example", Day, "10:00")).Code);
        Assert.Equal("roster.not-an-interviewer", (await Book(family, await study.Interviewer(RunningStudy.OtherSite), Day, "10:00")).Code);
        Assert.Equal("appointment.past", (await Book(family, await study.Interviewer(), OpenedStudy.Today.AddDays(-1), "10:00")).Code);
    }

    [Fact]
    public async Task Booking_says_who_is_to_interview_and_lets_them_see_how_to_reach_the_family()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        await Book(family, interviewer, Day, "10:00");

        Assert.Equal(interviewer, Assert.Single((await study.Grains.Family(family.Id).Read())!.Assignments).Interviewer);
    }

    private async Task<IReadOnlyList<DiaryEntry>> Entries(string interviewer)
    {
        var months = DiaryClaims.Months(LocalTimes.Start("Europe/London", Day.AddDays(-31)), LocalTimes.Start("Europe/London", Day.AddDays(31)), "Europe/London");
        var all = new List<DiaryEntry>();
        foreach (var month in months) all.AddRange((await study.Grains.Diary(new(DiaryOwner.Person(interviewer), month)).Read()).Entries);
        return [.. all.DistinctBy(e => e.Operation)];
    }

    private Task<Answer> Book(FamilyState family, string interviewer, DateOnly on, string at, string? operation = null, int travel = 0, string? room = null) =>
        Send(HttpMethod.Post, $"/api/v1/families/{family.Id}/appointments", new { wave = "t1", interviewer, on, at, minutes = 60, travel, room }, operation);

    private async Task<Answer> Send(HttpMethod method, string path, object? body = null, string? operation = null)
    {
        var visitor = await study.As(Roles.Coordinator);
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", await visitor.Token(study));
        if (operation is not null) request.Headers.Add("Idempotency-Key", operation);
        using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }

    private sealed record Answer(HttpStatusCode Status, JsonElement Body)
    {
        public string Code => Body.TryGetProperty("code", out var code) ? code.GetString()! : $"{Status}: {Body}";

        public string? Text(string name) => Body.TryGetProperty(name, out var text) ? text.GetString() : $"{Status}: {Body}";
    }
}
