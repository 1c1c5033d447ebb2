using Microsoft.Playwright;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Appointments;

namespace SosLongitudinal.Tests.Web.Appointments;

/// <summary>Appointments moved in the drawn calendar by dragging.</summary>
public sealed class DragTests(RunningStudy study, Chromium chromium)
{
    /// <summary>A Tuesday, so that the day before and after are drawn beside it.</summary>
    private static readonly DateOnly Day = LocalTimes.Monday(OpenedStudy.Today.AddDays(14)).AddDays(1);

    [Fact]
    public async Task A_conflict_is_said_in_words_before_the_drop_and_nothing_moves()
    {
        var (family, other, interviewer) = (await study.Family(), await study.Family(), await study.Interviewer());
        await study.Appointment(family, interviewer, Day, "10:00");
        await study.Appointment(other, interviewer, Day.AddDays(1), "10:00");
        var page = await Open(interviewer);

        await page.Drag(family.Id, Day.AddDays(1), 30);
        await Assertions.Expect(page.Locator("#calendar-words")).ToContainTextAsync("Conflict");
        var said = await page.Locator("#calendar-words").InnerTextAsync();
        await page.Mouse.UpAsync();

        Assert.Contains("This person has another appointment then.", said, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator($"[data-date='{Day:yyyy-MM-dd}'] .fc-event")).ToHaveCountAsync(1);
        Assert.False(await page.Locator("#calendar-move").IsVisibleAsync());
        Assert.Empty(Assert.Single((await study.Grains.Family(family.Id).Read())!.Appointments).Moves);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_drop_on_a_free_time_is_confirmed_and_moves_the_appointment_and_leads_back_to_the_calendar()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        await study.Appointment(family, interviewer, Day, "10:00");
        var page = await Open(interviewer);

        await page.Drag(family.Id, Day.AddDays(1), 0);
        await Assertions.Expect(page.Locator("#calendar-words")).ToContainTextAsync("Free");
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator("#calendar-move-words")).ToContainTextAsync("That time is free.");
        await page.GetByLabel("The family").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Move" }).ClickAsync();
        await page.WaitForURLAsync($"**{AppointmentsLinks.Calendar}**From={Day.AddDays(1):yyyy-MM-dd}**");

        var moved = Assert.Single((await study.Grains.Family(family.Id).Read())!.Appointments);
        Assert.Equal(new DateTime(Day.AddDays(1), new(10, 0)), LocalTimes.Local("Europe/London", moved.Plan.Start));
        Assert.Equal(AskedBy.Family, Assert.Single(moved.Moves).Asked);
        Assert.Contains("Moved to", await page.Locator("main, .govuk-notification-banner").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_leaves_the_dialog_leaves_the_appointment_where_it_was()
    {
        var (family, interviewer) = (await study.Family(), await study.Interviewer());
        await study.Appointment(family, interviewer, Day, "10:00");
        var page = await Open(interviewer);

        await page.Drag(family.Id, Day.AddDays(1), 0);
        await page.Mouse.UpAsync();
        await Assertions.Expect(page.Locator("#calendar-move")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator($"td[data-date='{Day:yyyy-MM-dd}'] .fc-event")).ToHaveCountAsync(1);
        Assert.Empty(Assert.Single((await study.Grains.Family(family.Id).Read())!.Appointments).Moves);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_interviewer_s_calendar_is_not_dragged_in()
    {
        var own = await study.At(RunningStudy.OwnSite, Roles.Interviewer);
        Assert.DoesNotContain("calendar-move", (await own.Get(AppointmentsLinks.Calendar)).Text, StringComparison.Ordinal);
    }

    private async Task<IPage> Open(string interviewer)
    {
        var page = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Coordinator));
        await page.GotoAsync($"{AppointmentsLinks.Calendar}?From={Day:yyyy-MM-dd}&Who={interviewer}");
        await page.Locator("#calendar[data-drawn]").WaitForAsync();
        return page;
    }
}
