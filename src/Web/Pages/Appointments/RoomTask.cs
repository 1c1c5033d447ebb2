using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments;

/// <summary>What the pages about a room share.</summary>
public abstract class RoomTask : StudyPage
{
    [BindProperty] public string Name { get; set; } = "";

    protected IRoster Door => HttpContext.RequestServices.GetRequiredService<IGrainFactory>().Roster();

    protected async Task<IActionResult> Save(Study.Diaries.Room room) => await Answer((await Door.SetRoom(room, Stamp())).At(), _ => Done($"{room.Name.Trim()} is saved.", AppointmentsLinks.Roster));
}
