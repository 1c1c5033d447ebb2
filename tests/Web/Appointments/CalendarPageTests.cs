using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Appointments;
using SosLongitudinal.Web.Pages.FocusGroups;

namespace SosLongitudinal.Tests.Web.Appointments;

/// <summary>The calendar as a browser draws it.</summary>
public sealed class CalendarPageTests(RunningStudy study, Chromium chromium)
{
    [Fact]
    public async Task An_appointment_is_drawn_on_its_day_at_its_local_time_with_its_state_in_words_and_leads_to_its_family()
    {
        var (family, interviewer, day) = (await study.Family(), await study.Interviewer(), OpenedStudy.Today.AddDays(16));
        await study.Appointment(family, interviewer, day, "10:15");
        var page = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Coordinator));

        await page.GotoAsync($"{AppointmentsLinks.Calendar}?From={day:yyyy-MM-dd}&Who={interviewer}");
        var drawn = page.Locator($"[data-date='{day:yyyy-MM-dd}'] .fc-event");

        var text = await drawn.InnerTextAsync();
        Assert.Contains("10:15", text, StringComparison.Ordinal);
        Assert.Contains($"{family.Id}", text, StringComparison.Ordinal);
        Assert.Contains("booked", text, StringComparison.Ordinal);
        Assert.Equal(AppointmentsLinks.OfFamily(family.Id), await drawn.GetAttributeAsync("href"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_focus_group_is_drawn_beside_the_appointments_of_who_holds_it_and_not_dragged()
    {
        var (facilitator, day) = (await study.Interviewer(), OpenedStudy.Today.AddDays(17));
        var group = await study.Group(RunningStudy.OwnSite, GroupKind.Parents, await study.Room(RunningStudy.OwnSite), [facilitator], day, "14:00");
        var page = await chromium.Open(study, await study.At(RunningStudy.OwnSite, Roles.Coordinator));

        await page.GotoAsync($"{AppointmentsLinks.Calendar}?From={day:yyyy-MM-dd}&Who={facilitator}");
        var drawn = page.Locator($"[data-date='{day:yyyy-MM-dd}'] .fc-event");

        var text = await drawn.InnerTextAsync();
        Assert.Contains("14:00", text, StringComparison.Ordinal);
        Assert.Contains($"{group.Id}, Focus group: parents: booked", text, StringComparison.Ordinal);
        Assert.Equal(FocusGroupsLinks.Show(group.Id), await drawn.GetAttributeAsync("href"));
        Assert.DoesNotContain("fc-event-draggable", await drawn.GetAttributeAsync("class") ?? "", StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Another_site_s_appointments_are_not_in_the_page()
    {
        var (family, day) = (await study.Family(), OpenedStudy.Today.AddDays(16));
        await study.Appointment(family, await study.Interviewer(), day, "11:00");

        var page = await (await study.At(RunningStudy.OtherSite, Roles.Coordinator)).Get($"{AppointmentsLinks.Calendar}?From={day:yyyy-MM-dd}");

        Assert.DoesNotContain($"{family.Id}", page.Text, StringComparison.Ordinal);
    }
}
