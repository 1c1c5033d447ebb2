using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Diaries;

namespace SosLongitudinal.Web.Pages.Appointments.Room;

/// <summary>Renames, closes or opens a room.</summary>
public sealed class IndexModel : RoomTask
{
    [FromRoute(Name = "room")] public string Code { get; set; } = "";

    [BindProperty] public bool IsClosed { get; set; }

    public async Task<IActionResult> OnGet()
    {
        if (await Find() is not { } room) return NotFound();
        (Name, IsClosed) = (room.Name, room.IsClosed);
        return Page();
    }

    public async Task<IActionResult> OnPost() => await Find() is not { } room ? NotFound() : await Save(room with { Name = Name, IsClosed = IsClosed });

    private async Task<Study.Diaries.Room?> Find() =>
        RoomCode.TryParse(Code, null, out var code) && (await Door.Read()).Room(code) is { } room && Person.MaySee(room.Site) ? room : null;
}
