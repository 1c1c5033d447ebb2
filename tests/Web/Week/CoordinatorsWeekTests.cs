using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Appointments;

namespace SosLongitudinal.Tests.Web.Week;

/// <summary>One coordinator's week in a browser, from the due list on Monday to the rates on Friday; what it leaves behind is approved as text.</summary>
public sealed class CoordinatorsWeekTests(WeekDemo week, Chromium chromium) : IClassFixture<WeekDemo>
{
    private static readonly string[] Tables = ["main table"];

    [Fact]
    public async Task A_week_from_the_due_list_to_the_rates()
    {
        var desk = await Desk.Open(week, chromium, DemoAccounts.Coordinator);

        desk.Chapter("Monday");
        await desk.Tell("Who is due", "/fieldwork/due?wave=t2", Tables);
        await desk.Tell("Booked", "/appointments?Days=7", Tables);
        var booked = await desk.Page.Locator(".agenda .study-id").AllInnerTextsAsync();
        var (missed, withdrawing) = (booked[0], booked[^1]);

        var planned = await Plan(desk, "ottersleigh");

        await Drag(desk, planned, over: WeekDemo.Monday.AddDays(1), to: WeekDemo.Monday.AddDays(3));

        desk.Chapter("Tuesday: a family withdraws before its visit");
        await Morning(desk, DayOfWeek.Tuesday);
        await Withdraw(desk, withdrawing);

        desk.Chapter("Wednesday: nobody was there");
        await Morning(desk, DayOfWeek.Wednesday, 18);
        await NoShow(desk, missed);
        await TryUntilTheCeiling(desk, missed);

        desk.Chapter("Thursday: a worker leaves");
        await Morning(desk, DayOfWeek.Thursday);
        await Reassign(desk, "brackenshire");

        var group = new GroupOfTheWeek(desk);
        await group.Fill("hallamby", WeekDemo.Monday.AddDays(4));

        desk.Chapter("Friday: a focus group is held, and how everything stands");
        await Morning(desk, DayOfWeek.Friday, 15);
        await group.Hold(WeekDemo.Monday.AddDays(4));
        await desk.Tell("Who is due", "/fieldwork/due?wave=t2", Tables);
        await desk.Tell("To try next", "/fieldwork/to-try", Tables);
        await desk.Tell("Progress", "/fieldwork/progress?wave=t2", Tables);
        await desk.Tell("Rates, families in the field too", "/analysis/rates?wave=t2&Field=all", Tables);

        var canaries = await Canaries.Of(week);
        Canaries.AbsentFrom(canaries, await desk.Sent(), "what the browser was sent");
        foreach (var (where, text) in await Taken()) Canaries.AbsentFrom(canaries, text, where);
        Approved.Is("Web/Week", "CoordinatorsWeek", desk.Told);
    }

    /// <summary>Every dataset that an analyst can take of the week.</summary>
    private async Task<List<(string Where, string Text)>> Taken()
    {
        using var analyst = await week.Api("analyst@demo.example", DemoAccounts.Password);
        var taken = new List<(string, string)>();
        foreach (var dataset in DatasetCatalog.Of(await week.Services.GetRequiredService<StudyFrames>().Current()).All)
            taken.Add((dataset.Name, await analyst.GetStringAsync($"/api/v1/extracts/{dataset.Name}.csv?shape={dataset.Shape.ToString().ToLowerInvariant()}", TestContext.Current.CancellationToken)));
        return taken;
    }

    private async Task Morning(Desk desk, DayOfWeek day, int hour = 8)
    {
        week.Turn(day, hour);
        await desk.SignIn(DemoAccounts.Coordinator);
    }

    /// <summary>Accepts the plan of a site as it is proposed; answers the first family in it.</summary>
    private static async Task<FamilyId> Plan(Desk desk, string site)
    {
        await desk.Tell("The plan proposed", $"/fieldwork/plan?Site={site}&Weeks=4", ["main .govuk-body-l", "main .plan-table", "#not-planned ~ .table-scroll table"]);
        var first = FamilyId.Parse(await desk.Page.Locator(".plan-table .study-id").First.InnerTextAsync());
        await desk.Save();
        await desk.Tell("The plan accepted", ".govuk-notification-banner__heading");
        return first;
    }

    /// <summary>Held over an hour at which the interviewer is booked, the appointment would not drop there; on the other day it does.</summary>
    private async Task Drag(Desk desk, FamilyId family, DateOnly over, DateOnly to)
    {
        var plan = (await week.Grains.Family(family).Read())!.Appointments[^1].Plan;
        var page = desk.Page;
        await page.GotoAsync($"{AppointmentsLinks.Calendar}?From={over:yyyy-MM-dd}&Who={plan.Interviewer}");
        await page.Locator("#calendar[data-drawn]").WaitForAsync();
        var (early, noon) = (await page.HeightOf("08:00"), await page.HeightOf("12:30"));
        await page.Drag(family, over, 0);
        await page.HoldOver(over, noon);
        await Assertions.Expect(page.Locator("#calendar-words")).ToContainTextAsync("Conflict");
        await desk.Tell("Held over noon of Tuesday", "#calendar-words");
        await page.HoldOver(to, early);
        await Assertions.Expect(page.Locator("#calendar-words")).ToContainTextAsync("Free");
        await page.Mouse.UpAsync();
        await page.GetByLabel("The family").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Move" }).ClickAsync();
        await page.WaitForURLAsync($"**From={to:yyyy-MM-dd}**");
        await desk.Tell("Dropped on Thursday", $"/families/{family}", [Desk.Under("appointments")]);
    }

    private static async Task NoShow(Desk desk, string family)
    {
        await desk.Page.GotoAsync($"/families/{family}/appointments/1/outcome");
        await desk.Choose("Outcome", "NoShow");
        await desk.Save();
        await desk.Tell($"The appointment of {family}", Desk.Under("appointments"));
    }

    /// <summary>By telephone and by visit in turn, until the protocol asks for the final outcome.</summary>
    private static async Task TryUntilTheCeiling(Desk desk, string family)
    {
        var attempts = $"/families/{family}/attempts/t2";
        for (var n = 0; ; n++)
        {
            await desk.Page.GotoAsync(attempts);
            if (await desk.Page.GetByText("All attempts that the protocol allows are made").CountAsync() > 0) break;
            await desk.Choose("Typed.Mode", "Visit");
            await desk.Select("Typed.Outcome", "no-one-home");
            await desk.Type("Typed.Time", $"{9 + n}:15");
            await desk.Save();
        }
        await desk.Tell($"Attempts at {family}", Tables);
        await desk.Page.Locator(".govuk-inset-text a").ClickAsync();
        await desk.Date("On", WeekDemo.Monday.AddDays(2));
        await desk.Save();
        await desk.Tell("What the page then says", ".moj-alert");
    }

    /// <summary>The first worker of the site who holds families leaves, and two others share them out.</summary>
    private static async Task Reassign(Desk desk, string site)
    {
        await desk.Page.GotoAsync($"/workers?site={site}");
        var worker = await desk.Page.Locator("main table tbody a[href^='/workers/']").First.GetAttributeAsync("href");
        await desk.Page.GotoAsync($"{worker}/reassign");
        await desk.Page.Locator("main details summary").First.ClickAsync();
        foreach (var other in (await desk.Page.Locator("[name=Among]").AllAsync()).Take(2)) await other.CheckAsync();
        await desk.Save("[formaction$='Share']");
        await desk.Tell("Her families and who takes them over", "main table tbody th");
        var handedOn = await desk.Page.Locator("main table tbody .study-id").First.InnerTextAsync();
        await desk.Choose("Leaves", "yes");
        await desk.Date("On", WeekDemo.Monday.AddDays(2));
        await desk.Type("Reason", "Left for another authority");
        await desk.Save();
        await desk.Tell("The worker afterwards", ".moj-alert", "main table >> nth=0");
        await desk.Tell($"Continuity of {handedOn}", $"/families/{handedOn}", [Desk.Under("workers"), "#workers ~ .facts-line"]);
    }

    private static async Task Withdraw(Desk desk, string family)
    {
        await desk.Page.GotoAsync($"/families/{family}/withdraw");
        foreach (var scope in await desk.Page.Locator("[name=Scopes]").AllAsync()) await scope.CheckAsync();
        await desk.Choose("Extent", "NoFurtherContact");
        await desk.Date("From", WeekDemo.Monday.AddDays(1));
        await desk.Type("Reason", "They have had enough of questions");
        await desk.Save();
        await desk.Tell($"The family {family}", "main h1", Desk.Under("appointments"));
    }
}
