using System.Net;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Appointments;
using SosLongitudinal.Web.Pages.Reminders;

namespace SosLongitudinal.Tests.Web.Safety;

/// <summary>Arriving at a visit and coming back safe, by page and API, and who is told where somebody does not. One day, which goes on from test to test.</summary>
public sealed class SafeReturnTests(WatchedStudy study, Chromium chromium) : IClassFixture<WatchedStudy>
{
    private Task<Visitor> Coordinator => study.At(RunningStudy.OwnSite, Roles.Coordinator);

    [Fact]
    public async Task A_day_of_arriving_not_coming_back_and_being_back_safe()
    {
        // morning: two arrive, one is not heard of, one is met by telephone
        var ((gone, _), (raised, _), (unheard, other)) = (await study.Visit("10:30"), await study.Visit("10:30"), await study.Visit("10:30"));
        var (admin, coordinator, elsewhere) = (await study.As(Roles.Administrator), await Coordinator, await study.At(RunningStudy.OtherSite, Roles.Coordinator));
        var page = await chromium.Open(study, coordinator);
        await page.GotoAsync(AppointmentsLinks.AgendaFor(WatchedStudy.Day, 1));
        await page.Locator($"form[action$='{gone.Id}/appointments/1/check-in'] button").ClickAsync(); // one action
        await Assertions.Expect(page.Locator($"tr:has-text('{gone.Id}')")).ToContainTextAsync("Arrived 10:0");
        Assert.Equal(HttpStatusCode.OK, (await Call(coordinator, raised, "check-in")).Status);
        await page.GotoAsync(AppointmentsLinks.CheckIn(unheard.Id, 1));
        await Keep(page, "check-in");
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator("#overdue")).ToHaveCountAsync(0);
        Assert.Empty((await Overdue(coordinator)).EnumerateArray());

        // at noon all three should be back
        study.Turn(12, 45);
        await page.GotoAsync("/");
        await Keep(page, "start");
        await Assertions.Expect(page.Locator(".overdue")).ToContainTextAsync($"Not back: due 12:00, 45 minutes ago, {gone.Id} at Ashbourne");
        await Assertions.Expect(page.Locator(".overdue")).ToContainTextAsync($"Nothing heard: due 12:00, 45 minutes ago, {unheard.Id} at Ashbourne");
        Assert.Null((await elsewhere.Get("/")).Document.QuerySelector(".overdue")); // only their own sites
        Assert.Empty((await Overdue(elsewhere)).EnumerateArray());
        Assert.Equal(["not-back", "not-back", "nothing-heard"], (await Overdue(coordinator)).EnumerateArray().Select(v => v.GetProperty("state").GetString()));

        // the coordinators are told once
        await Run(admin); // the round of the minute may have been there before
        Assert.Equal(0, await Run(admin));
        var mail = Assert.Single(study.Mail(), m => m.Contains("coordinator-ashbourne@study.example", StringComparison.Ordinal));
        foreach (var family in (FamilyState[])[gone, raised, unheard]) Assert.Contains($"{family.Id}, appointment 1", mail, StringComparison.Ordinal);
        foreach (var never in (string[])["Ashbourne", "Signs of Safety", other]) Assert.DoesNotContain(never, mail.Replace("coordinator-ashbourne@study.example", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(study.Mail(), m => m.Contains("coordinator-kelham@study.example", StringComparison.Ordinal));

        // the police are told of one: its alert ends, the row says so
        Assert.Equal("visit.future", (await Call(coordinator, raised, "raise", new { told = "police", at = WatchedStudy.At(18, 0) })).Code);
        Assert.Equal(HttpStatusCode.OK, (await Call(coordinator, raised, "raise", new { told = "police" })).Status);
        await page.GotoAsync(AppointmentsLinks.AgendaFor(WatchedStudy.Day, 1));
        await Keep(page, "agenda");
        await Assertions.Expect(page.Locator($"tr:has-text('{raised.Id}')")).ToContainTextAsync("Not back. The police were told 12:4");
        await Assertions.Expect(page.Locator(".overdue")).Not.ToContainTextAsync($"{raised.Id}");

        // of the other it is known that they are back
        await page.Locator($".overdue li:has-text('{gone.Id}')").GetByText("Say what is known").ClickAsync();
        await Keep(page, "safe-return");
        await page.GetByLabel("Back safe: somebody else of the team said so").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.WaitForURLAsync($"**{AppointmentsLinks.Agenda}**");
        await Assertions.Expect(page.Locator($"tr:has-text('{gone.Id}')")).ToContainTextAsync("Back safe 12:4");
        await page.Locator($"form[action$='{unheard.Id}/appointments/1/safe-return'] button").ClickAsync(); // one action
        await Assertions.Expect(page.Locator(".overdue")).ToHaveCountAsync(0);
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator(".overdue")).ToHaveCountAsync(0);
        Assert.Equal((SafeReport.SomebodyElse, SafeReport.Interviewer), ((await Read(gone)).Said, (await Read(unheard)).Said));
        await page.GotoAsync($"/families/{raised.Id}");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The police were told");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_interviewer_says_so_of_their_own_and_nobody_of_a_telephone_call()
    {
        var family = await study.Family();
        var own = await study.At(RunningStudy.OwnSite, Roles.Interviewer);
        await study.Appointment(family, $"interviewer-{RunningStudy.OwnSite}@study.example", WatchedStudy.Day.AddDays(3), "17:00");
        var (foreign, _) = await study.Visit("19:00");

        Assert.Equal("appointment.unknown", (await Call(own, foreign, "check-in")).Code);
        Assert.Equal("visit.too-early", (await Call(own, family, "check-in")).Code);
        Assert.Equal("visit.not-begun", (await Call(own, family, "back")).Code);
        Assert.Equal(HttpStatusCode.Forbidden, (await Call(own, family, "raise", new { told = "manager" })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await own.Get(AppointmentsLinks.SafeReturn(foreign.Id, 1))).Status);
        Assert.DoesNotContain("The police were told", (await own.Get(AppointmentsLinks.SafeReturn(family.Id, 1))).Words, StringComparison.Ordinal);
        (await own.Post(AppointmentsLinks.SafeReturn(family.Id, 1), new { Known = "ToldPolice" })).ShouldAskFor("Known", "Choose what is known.");

        Assert.Equal(HttpStatusCode.OK, (await ApiCall.Send(study, await Coordinator, HttpMethod.Post, $"/families/{family.Id}/appointments/1/move", new { asked = "family", mode = "telephone" })).Status);
        Assert.Equal("visit.not-in-person", (await Call(own, family, "check-in")).Code);
    }

    [Fact]
    public async Task Minutes_and_whether_anybody_is_written_to_are_set_by_page()
    {
        var admin = await study.As(Roles.Administrator);
        var path = RemindersLinks.Terms;
        var fields = new { On = "overdue", DaysBefore = "2", From = "09:00", Until = "19:00", MostPerPerson = "2", CapDays = "7", DigestAt = "07:30", Language = "en", Subject = "Hello", Text = "{day} {time}", BackWithin = "300" };

        (await admin.Post(path, fields)).ShouldAskFor("BackWithin", "Give 5 to 240 minutes after the planned end.");
        Assert.Equal("30", (await admin.Get(path)).ValueOf("BackWithin"));
    }

    /// <summary>axe finds nothing on it, it fits a telephone, and where SOS_PICTURES names a folder a picture of it stays there.</summary>
    private static async Task Keep(IPage page, string name)
    {
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help}"));
        var folder = Environment.GetEnvironmentVariable("SOS_PICTURES");
        if (folder is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"overdue-{name}-wide.png"), FullPage = true });
        await page.SetViewportSizeAsync(400, 800);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= 400, $"{name} scrolls sideways on a telephone");
        if (folder is not null) await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"overdue-{name}-narrow.png"), FullPage = true });
        await page.SetViewportSizeAsync(1280, 900);
    }

    private async Task<VisitSafety> Read(FamilyState family) => (await study.Grains.Family(family.Id).Read())!.Appointment(1)!.Safety!;

    private async Task<System.Text.Json.JsonElement> Overdue(Visitor visitor) => (await ApiCall.Send(study, visitor, HttpMethod.Get, "/appointments/overdue")).Body;

    private async Task<int> Run(Visitor admin) => (await ApiCall.Send(study, admin, HttpMethod.Post, "/reminders/run")).Body.GetProperty("alerts").GetInt32();

    private Task<ApiCall> Call(Visitor visitor, FamilyState family, string what, object? body = null) => ApiCall.Send(study, visitor, HttpMethod.Post, $"/families/{family.Id}/appointments/1/{what}", body);
}
