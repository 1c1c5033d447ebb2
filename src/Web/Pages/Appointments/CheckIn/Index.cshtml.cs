using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments.CheckIn;

/// <summary>Says that they arrived at an appointment in person.</summary>
public sealed class IndexModel : VisitTask
{
    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var at = Instant(typed);
        return await When(typed, async () => await Answer((await Grains.Safety(Family.Id).CheckIn(Number, at, Stamp())).At(), _ => Done("They have arrived. Say here when they are back safe.", Leave)));
    }
}
