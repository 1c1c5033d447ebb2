using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Web.Api.Calendar;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments.RoomFeed;

/// <summary>A room's calendar feed.</summary>
public sealed class IndexModel(IGrainFactory grains, CalendarFeeds feeds) : StudyPage
{
    [FromRoute(Name = "room")] public string Code { get; set; } = "";

    public Study.Diaries.Room Room { get; private set; } = null!;

    public CalendarFeed? Known { get; private set; }

    public string? Address { get; private set; }

    public async Task<IActionResult> OnGet() => await Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPost()
    {
        if (!await Find()) return NotFound();
        var opened = await feeds.Open(DiaryOwner.Room(Room.Code), Stamp());
        await Find();
        return await Answer(opened, token => Shown(token));
    }

    public async Task<IActionResult> OnPostRevoke() => !await Find() ? NotFound()
        : await Answer(await grains.Roster().RevokeFeed(DiaryOwner.Room(Room.Code), Stamp()), _ => Done("The calendar feed is revoked.", AppointmentsLinks.RoomFeed(Room.Code)));

    private async Task<bool> Find()
    {
        var roster = await grains.Roster().Read();
        if (!RoomCode.TryParse(Code, null, out var code) || roster.Room(code) is not { } room || !Person.MaySee(room.Site)) return false;
        (Room, Known) = (room, roster.FeedOf(DiaryOwner.Room(code)));
        return true;
    }

    private PageResult Shown(string token)
    {
        Address = $"{Request.Scheme}://{Request.Host}{CalendarApi.PathOf(token)}";
        Operation = Study.Kernel.OperationId.New().ToString(); // what is sent from here next is another command
        return Page();
    }
}
