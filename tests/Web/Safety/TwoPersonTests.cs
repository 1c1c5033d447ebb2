using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sheets;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Appointments;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Pages.Fieldwork;
using SosLongitudinal.Web.Pages.Sheets;

namespace SosLongitudinal.Tests.Web.Safety;

/// <summary>Two people go to a family: set and lifted, seen wherever the family is, and obeyed by every way to book it.</summary>
public sealed class TwoPersonTests(RunningStudy study)
{
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(13);

    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    [Fact]
    public async Task It_is_set_and_lifted_by_page_and_seen_by_all_who_see_the_family()
    {
        var (family, visitor) = (await study.Family(), await Coordinator);
        var path = FamiliesLinks.TwoPerson(family.Id);
        Assert.Contains("Two people are to go", (await visitor.Get(FamiliesLinks.Show(family.Id))).Words, StringComparison.Ordinal);
        (await visitor.Post(path, Typed(OpenedStudy.Today))).ShouldAskFor("Reason", "Choose why two people are to go.");

        Assert.Equal(FamiliesLinks.Show(family.Id), (await visitor.Post(path, Typed(OpenedStudy.Today, ("Reason", "AllegationMade")))).Location);

        var researcher = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        var shown = await researcher.Get(FamiliesLinks.Show(family.Id));
        Assert.Equal("Two people", shown.Document.QuerySelector("h1 .govuk-tag--red")?.TextContent);
        Assert.Contains("nobody meets this family in person alone. An allegation was made, since", shown.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await researcher.Get(path)).Status);
        Assert.Contains("Two people", (await (await Coordinator).Get(FieldworkLinks.DueFor(wave: "t1"))).Words, StringComparison.Ordinal);

        await visitor.Post(path, Typed(OpenedStudy.Today, ("Lift", "RiskPassed")));
        Assert.Null((await researcher.Get(FamiliesLinks.Show(family.Id))).Document.QuerySelector("h1 .govuk-tag--red"));
        Assert.Contains("the risk has passed", (await visitor.Get(path)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_the_API_it_is_one_command_however_often_it_is_sent_and_keeps_its_history()
    {
        var (family, operation) = (await study.Family(), $"{Guid.NewGuid()}");
        var body = new { reason = "after-incident", on = OpenedStudy.Today };
        var path = $"/families/{family.Id}/two-person";

        var (first, again) = (await Api(HttpMethod.Post, path, body, operation), await Api(HttpMethod.Post, path, body, operation));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, "True"), (first.Status, again.Status, first.Text("needsTwo")));
        Assert.Equal("two-person.set", (await Api(HttpMethod.Post, path, body)).Code);
        Assert.Equal(HttpStatusCode.OK, (await Api(HttpMethod.Post, $"{path}/lift", new { reason = "set-in-error", on = OpenedStudy.Today })).Status);

        var history = await Api(HttpMethod.Get, path);
        Assert.Equal(("False", "after-incident", "set-in-error"), (history.Text("needsTwo"), Assert.Single(history.Body.GetProperty("history").EnumerateArray()).GetProperty("reason").GetString(), history.Body.GetProperty("history")[0].GetProperty("lift").GetString()));
    }

    [Fact]
    public async Task A_visit_is_refused_without_a_second_person_and_takes_the_time_of_both()
    {
        var (family, other, first, second) = (await Flagged(), await study.Family(), await study.Interviewer(), await study.Interviewer());

        Assert.Equal("appointment.needs-two", (await Book(family, first)).Code);
        Assert.Equal("roster.not-an-interviewer", (await Book(family, first, await study.Interviewer(RunningStudy.OtherSite))).Code);
        Assert.Equal(HttpStatusCode.Created, (await Book(family, first, second)).Status);

        Assert.Equal("diary.taken", (await Book(other, second)).Code);
        var taken = await Book(await Flagged(), await study.Interviewer(), second);
        Assert.Equal(("diary.taken", "The second person has another appointment then. Choose another time or somebody else."), (taken.Code, taken.Text("title")));
        Assert.Equal(HttpStatusCode.Created, (await Book(await Flagged(), second, mode: "telephone", at: "13:00")).Status);

        var own = await Api(HttpMethod.Get, $"/appointments?interviewer={second}");
        Assert.Contains(own.Body.GetProperty("items").EnumerateArray(), a => a.GetProperty("family").GetString() == $"{family.Id}");
        Assert.Contains($"{family.Id}", await Feed(second), StringComparison.Ordinal);

        await Api(HttpMethod.Post, $"/families/{family.Id}/appointments/1/move", new { asked = "family", at = "15:00" });
        Assert.Equal(HttpStatusCode.Created, (await Book(other, second)).Status);
        await Api(HttpMethod.Post, $"/families/{family.Id}/appointments/1/cancel", new { asked = "family", why = "ill" });
        Assert.Equal(HttpStatusCode.Created, (await Book(await study.Family(), second, at: "15:00")).Status);
    }

    [Fact]
    public async Task The_second_person_s_hours_leave_and_limit_are_kept_too()
    {
        var (family, first, second) = (await Flagged(), await study.Interviewer(), await study.Interviewer());
        var monday = LocalTimes.Monday(OpenedStudy.Today.AddDays(21));
        var hours = Enum.GetNames<DayOfWeek>().Where(d => d != "Sunday").Select(day => new { day = day.ToLowerInvariant(), from = "09:00", to = "17:00" });
        await Api(HttpMethod.Put, $"/interviewers/{second}/hours", new { hours, weeklyLimit = 1 });
        await Api(HttpMethod.Post, $"/interviewers/{second}/away", new { first = monday, last = monday });

        Assert.Equal("roster.outside-hours", (await Book(family, first, second, on: monday.AddDays(1), at: "17:30")).Code);
        Assert.Equal("roster.not-that-day", (await Book(family, first, second, on: monday.AddDays(6))).Code);
        Assert.Equal("diary.taken", (await Book(family, first, second, on: monday)).Code);
        Assert.Equal(HttpStatusCode.Created, (await Book(family, first, second, on: monday.AddDays(1))).Status);
        Assert.Equal("diary.week-full", (await Book(await Flagged(), await study.Interviewer(), second, on: monday.AddDays(2))).Code);
    }

    [Fact]
    public async Task Slots_name_both_and_are_booked_as_offered_and_a_plan_leaves_the_family_to_be_booked_by_hand()
    {
        var site = await Site(2);
        var (family, visitor) = (await Flagged(site), await study.At(site, Roles.Coordinator));

        var offered = (await Call(visitor, HttpMethod.Get, $"/families/{family.Id}/slots?wave=t1")).Body.GetProperty("slots").EnumerateArray().ToList();
        Assert.NotEmpty(offered);
        Assert.All(offered, s => Assert.NotEqual(s.GetProperty("interviewer").GetString(), s.GetProperty("second").GetString()));

        var plan = (await Call(visitor, HttpMethod.Post, $"/sites/{site}/plan", new { weeks = 2 })).Body;
        Assert.Equal(0, plan.GetProperty("lines").GetArrayLength());
        Assert.Equal(("needs-two", "Two people go to this family. Book it by hand: the times that are offered name both."), Assert.Single(plan.GetProperty("notPlanned").EnumerateArray()) is var not ? (not.GetProperty("gap").GetString(), not.GetProperty("because").GetString()) : default);
        Assert.Equal(1, (await Call(visitor, HttpMethod.Post, $"/sites/{site}/plan", new { weeks = 2, mode = "telephone" })).Body.GetProperty("lines").GetArrayLength());

        var page = await visitor.Get(AppointmentsLinks.Offer(family.Id, OpenedStudy.T1));
        Assert.Matches(@"with .+ and .+", page.Document.QuerySelector(".govuk-radios__label")!.TextContent);
        var form = page.Document.QuerySelector("main form[method=post]")!;
        await visitor.Send(AppointmentsLinks.Offer(family.Id, OpenedStudy.T1), [.. Page.Hidden(form), new("Slot", page.Document.QuerySelector("input[name=Slot]")!.GetAttribute("value")!)]);
        Assert.NotNull(Assert.Single((await Read(family)).Appointments).Plan.Second);
    }

    [Fact]
    public async Task What_was_booked_for_one_says_that_a_second_person_is_missing_until_one_is_named()
    {
        var (family, first, second, visitor) = (await study.Family(), await study.Interviewer(), await study.Interviewer(), await Coordinator);
        await study.Appointment(family, first, Day, "09:00");
        await Flag(family);

        var agenda = await visitor.Get(AppointmentsLinks.AgendaFor(Day, 1, person: first));
        Assert.Contains("Needs a second person", agenda.Words, StringComparison.Ordinal);
        Assert.Equal("True", (await Api(HttpMethod.Get, $"/appointments?interviewer={first}")).Body.GetProperty("items")[0].GetProperty("needsSecond").ToString());
        var day = await Sheet(visitor, SheetKind.Day, new("Interviewer", first), new("On.Day", $"{Day.Day}"), new("On.Month", $"{Day.Month}"), new("On.Year", $"{Day.Year}"));
        Assert.Contains("second person missing", day.Words, StringComparison.Ordinal);
        var sheet = await Sheet(visitor, SheetKind.Visit, new("Families", $"{family.Id}"), new("Wave", "t1"));
        Assert.Contains("Two people go: nobody meets this family in person alone.", sheet.Document.QuerySelector(".sheet__safety")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Risk to staff", sheet.Text, StringComparison.OrdinalIgnoreCase); // whoever reads it in the home

        var path = AppointmentsLinks.Second(family.Id, 1);
        (await visitor.Post(path, new { Second = "" })).ShouldAskFor("Second", "Two people go to this family wherever it is met in person. Name a second interviewer.");
        Assert.Equal(AppointmentsLinks.OfFamily(family.Id), (await visitor.Post(path, new { Second = second })).Location);

        Assert.DoesNotContain("Needs a second person", (await visitor.Get(AppointmentsLinks.AgendaFor(Day, 1, person: first))).Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Moved", (await visitor.Get(AppointmentsLinks.AgendaFor(Day, 1, person: second))).Words, StringComparison.Ordinal);
        Assert.Equal("diary.taken", (await Book(await study.Family(), second, at: "09:30")).Code);
    }

    private async Task<FamilyState> Read(FamilyState family) => (await study.Grains.Family(family.Id).Read())!;

    private async Task<FamilyState> Flagged(SiteCode? site = null) => await Flag(await study.Family(site));

    private async Task<FamilyState> Flag(FamilyState family) => OpenedStudy.Accepted(await study.Grains.Safety(family.Id).SetTwoPerson(TwoPersonReason.RiskToStaff, OpenedStudy.Today, OpenedStudy.Stamp()));

    /// <summary>A site of a test's own, with so many interviewers.</summary>
    private async Task<SiteCode> Site(int interviewers)
    {
        var site = SiteCode.Parse($"s{Guid.NewGuid().ToString()[..8]}");
        OpenedStudy.Accepted(await study.Grains.Site(site).Open($"Site {site}", OpenedStudy.Stamp()));
        for (var n = 0; n < interviewers; n++) await study.Interviewer(site);
        return site;
    }

    private async Task<string> Feed(string interviewer)
    {
        var token = OpenedStudy.Accepted(await study.Services.GetRequiredService<CalendarFeeds>().Open(DiaryOwner.Person(interviewer), OpenedStudy.Stamp()));
        using var nobody = study.SignedOut();
        return await nobody.Http.GetStringAsync($"/calendar/{token}.ics", TestContext.Current.CancellationToken);
    }

    private static async Task<Page> Sheet(Visitor visitor, SheetKind kind, params KeyValuePair<string, string>[] fields)
    {
        var printed = await visitor.Post(SheetsLinks.Print, new List<KeyValuePair<string, string>>([new("Kind", $"{kind}"), .. fields]));
        return await visitor.Get(printed.Location!);
    }

    private static Dictionary<string, string> Typed(DateOnly on, params (string Field, string Value)[] fields) =>
        new([new("On.Day", $"{on.Day}"), new("On.Month", $"{on.Month}"), new("On.Year", $"{on.Year}"), .. fields.Select(f => new KeyValuePair<string, string>(f.Field, f.Value))]);

    private Task<ApiCall> Book(FamilyState family, string interviewer, string? second = null, string mode = "face-to-face", string at = "10:00", DateOnly? on = null) =>
        Api(HttpMethod.Post, $"/families/{family.Id}/appointments", new { wave = "t1", interviewer, second, on = on ?? Day, at, minutes = 60, mode });

    private async Task<ApiCall> Api(HttpMethod method, string path, object? body = null, string? operation = null) => await ApiCall.Send(study, await Coordinator, method, path, body, operation);

    private Task<ApiCall> Call(Visitor visitor, HttpMethod method, string path, object? body = null) => ApiCall.Send(study, visitor, method, path, body);
}
