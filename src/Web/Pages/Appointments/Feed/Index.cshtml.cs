using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Api.Calendar;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments.Feed;

/// <summary>An interviewer's calendar feed: opened under a new address, shown once, revoked. An interviewer has their own.</summary>
public sealed class IndexModel(IGrainFactory grains, CalendarFeeds feeds, RosterPeople people) : PersonTask
{
    public CalendarFeed? Known { get; private set; }

    /// <summary>The new address; it is not shown again.</summary>
    public string? Address { get; private set; }

    private DiaryOwner Owner => DiaryOwner.Person($"{Interviewer.Key}");

    public async Task<IActionResult> OnGet()
    {
        await Load();
        return await people.MayTend(Person, Interviewer.Key) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await people.MayTend(Person, Interviewer.Key)) return NotFound();
        var opened = await feeds.Open(Owner, Stamp());
        await Load();
        return await Answer(opened, token => Shown(token));
    }

    public async Task<IActionResult> OnPostRevoke()
    {
        if (!await people.MayTend(Person, Interviewer.Key)) return NotFound();
        return await Answer(await grains.Roster().RevokeFeed(Owner, Stamp()), _ => Done("The calendar feed is revoked.", AppointmentsLinks.Feed(Owner.Name)));
    }

    protected override async Task Load() => Known = (await grains.Roster().Read()).FeedOf(Owner);

    private PageResult Shown(string token)
    {
        Address = $"{Request.Scheme}://{Request.Host}{CalendarApi.PathOf(token)}";
        Operation = Study.Kernel.OperationId.New().ToString(); // what is sent from here next is another command
        return Page();
    }
}
