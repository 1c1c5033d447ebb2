using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Appointments;
using SosLongitudinal.Web.Pages.Families;

namespace SosLongitudinal.Tests.Web.Appointments;

/// <summary>What a coordinator does about appointments by page.</summary>
public sealed class AppointmentPageTests(RunningStudy study)
{
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(9);

    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    [Fact]
    public async Task A_coordinator_books_moves_confirms_and_cancels_on_the_family_s_page()
    {
        var (family, interviewer, visitor) = (await study.Family(), await study.Interviewer(), await Coordinator);
        Assert.Contains("Book appointment", (await visitor.Get(FamiliesLinks.Show(family.Id))).Words, StringComparison.Ordinal);

        var booked = await visitor.Post(AppointmentsLinks.Book(family.Id, OpenedStudy.T1), Plan(interviewer, Day, "14:30"));
        Assert.Equal(AppointmentsLinks.OfFamily(family.Id), booked.Location);
        await visitor.Post(AppointmentsLinks.Move(family.Id, 1), Plan(interviewer, Day, "16.00", ("Asked", "Family"), ("Why", "school run")));
        await visitor.Post(AppointmentsLinks.Outcome(family.Id, 1), new { Outcome = "Confirmed" });

        var shown = (await visitor.Get(FamiliesLinks.Show(family.Id))).Words;
        Assert.Contains("16:00 to 17:00", shown, StringComparison.Ordinal);
        Assert.Contains("Moved once", shown, StringComparison.Ordinal);
        Assert.Contains("The family asked: school run", shown, StringComparison.Ordinal);
        Assert.Contains("Confirmed", shown, StringComparison.Ordinal);

        (await visitor.Post(AppointmentsLinks.Cancel(family.Id, 1), new { Why = "" })).ShouldAskFor("Asked", "Choose who cancels it.");
        await visitor.Post(AppointmentsLinks.Cancel(family.Id, 1), new { Asked = "Family", Why = "moved abroad" });
        Assert.Contains("The family: moved abroad", (await visitor.Get(FamiliesLinks.Show(family.Id))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_is_taken_comes_back_at_its_field_and_another_is_booked_from_the_same_page()
    {
        var (one, other, interviewer, visitor) = (await study.Family(), await study.Family(), await study.Interviewer(), await Coordinator);
        await study.Appointment(one, interviewer, Day, "10:00");

        var path = AppointmentsLinks.Book(other.Id, OpenedStudy.T1);
        var refused = await visitor.Post(path, Plan(interviewer, Day, "10:30"));
        refused.ShouldAskFor("At", "This person has another appointment then. Choose another time or somebody else.");
        await visitor.Send(refused, path, Plan(interviewer, Day, "11:00"));

        Assert.Equal(AppointmentState.Booked, Assert.Single((await study.Grains.Family(other.Id).Read())!.Appointments).State);
    }

    [Fact]
    public async Task What_cannot_be_read_is_asked_for_again()
    {
        var (family, interviewer, visitor) = (await study.Family(), await study.Interviewer(), await Coordinator);
        await study.Interviewer(); // of the same name, so that the address is said too

        (await visitor.Post(AppointmentsLinks.Book(family.Id, OpenedStudy.T1), Plan(interviewer, Day, "half past"))).ShouldAskFor("At", "Enter a time on the 24-hour clock, such as 14:30.");
        (await visitor.Post(AppointmentsLinks.Book(family.Id, OpenedStudy.T1), Plan("", Day, "10:00"))).ShouldAskFor("Interviewer", "Choose the interviewer.");
        (await visitor.Post(AppointmentsLinks.Book(family.Id, OpenedStudy.T1), Plan(interviewer, Day, "21:00"))).ShouldAskFor("At", $"Interviewer person ({interviewer}) works from 08:00 to 20:00 on {Day.DayOfWeek}s.");
    }

    [Fact]
    public async Task The_agenda_shows_the_day_s_appointments_of_one_s_own_sites_and_an_interviewer_their_own()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        await study.Appointment(family, interviewer, Day, "09:15");
        var path = AppointmentsLinks.AgendaFor(Day, 1, person: interviewer);

        var shown = await (await Coordinator).Get(path);
        Assert.Contains("09:15 to 10:15", shown.Words, StringComparison.Ordinal);
        Assert.Contains($"{family.Id}", shown.Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"{family.Id}", (await (await Coordinator).Get(AppointmentsLinks.AgendaFor(Day.AddDays(1), 1, person: interviewer))).Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"{family.Id}", (await (await study.At(RunningStudy.OtherSite, Roles.Coordinator)).Get(path)).Words, StringComparison.Ordinal);
        Assert.DoesNotContain($"{family.Id}", (await (await study.At(RunningStudy.OwnSite, Roles.Interviewer)).Get(path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Working_hours_leave_and_rooms_are_set_by_page()
    {
        var (family, interviewer, visitor) = (await study.Family(), await study.Interviewer(), await Coordinator);
        var hours = Enumerable.Range(0, 7).SelectMany(i => new KeyValuePair<string, string>[] { new($"Days[{i}].From", i < 5 ? "9:00" : ""), new($"Days[{i}].To", i < 5 ? "17:00" : "") }).Append(new("WeeklyLimit", "6"));
        await visitor.Post(AppointmentsLinks.Hours(interviewer), hours);
        await visitor.Post(AppointmentsLinks.Away(interviewer), Date("First", Day));
        var room = $"r{Guid.NewGuid().ToString()[..8]}";
        await visitor.Post(AppointmentsLinks.AddRoom, new { Site = $"{RunningStudy.OwnSite}", Name = "Family Centre", Code = room });

        var shown = (await visitor.Get(AppointmentsLinks.Roster)).Words;
        Assert.Contains("coordinator-ashbourne@study.example", shown, StringComparison.Ordinal); // who holds focus groups has hours and leave too
        Assert.Contains("Mon to Fri 09:00-17:00 6", shown, StringComparison.Ordinal);
        Assert.Contains($"Family Centre {room}", shown, StringComparison.Ordinal);
        Assert.Contains("Take back", (await visitor.Get(AppointmentsLinks.Away(interviewer))).Words, StringComparison.Ordinal);
        Assert.Contains("Family Centre", (await visitor.Get(AppointmentsLinks.Book(family.Id, OpenedStudy.T1))).Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await study.At(RunningStudy.OtherSite, Roles.Coordinator)).Get(AppointmentsLinks.Hours(interviewer))).Status);
        var path = AppointmentsLinks.Away(interviewer);
        var takeBack = (await visitor.Get(path)).Document.QuerySelector("form[action*='handler=Lift']")!.GetAttribute("action")!;
        await visitor.Post(path, new { }, takeBack);
        Assert.Contains("No leave in the next twelve months.", (await visitor.Get(path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_met_them_at_an_earlier_wave_is_said_and_chosen_beforehand()
    {
        var (family, interviewer, visitor) = (await study.Family(), await study.Interviewer(), await Coordinator);
        var visit = new Study.Fieldwork.Interview([new(OpenedStudy.Today.AddDays(-3), null, Study.Fieldwork.VisitMode.FaceToFace, "")], family.Parent().Id, interviewer, "en", Study.Fieldwork.Interpreter.None, "");
        OpenedStudy.Accepted(await study.Grains.Fieldwork(family.Id).RecordInterview(OpenedStudy.T1, visit, OpenedStudy.Stamp()));

        var page = await visitor.Get(AppointmentsLinks.Book(family.Id, Study.Kernel.WaveCode.Parse("t2")));

        Assert.Contains("met them at Time 1", page.Words, StringComparison.Ordinal);
        Assert.Equal(interviewer, page.Document.QuerySelector("select[name=Interviewer] option[selected]")?.GetAttribute("value"));
    }

    private static IEnumerable<KeyValuePair<string, string>> Plan(string interviewer, DateOnly on, string at, params (string, string)[] more) =>
    [
        new("Interviewer", interviewer), new("Mode", "FaceToFace"), .. Date("On", on), new("At", at), new("Minutes", "60"), new("Travel", "0"), .. more.Select(m => KeyValuePair.Create(m.Item1, m.Item2)),
    ];

    private static IEnumerable<KeyValuePair<string, string>> Date(string field, DateOnly day) => [new($"{field}.Day", $"{day.Day}"), new($"{field}.Month", $"{day.Month}"), new($"{field}.Year", $"{day.Year}")];
}
