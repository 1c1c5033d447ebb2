using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments.Cancel;

/// <summary>Cancels an appointment and gives its time back.</summary>
public sealed class IndexModel(Bookings bookings) : FamilyTask
{
    [FromRoute(Name = "number")] public int Number { get; set; }

    [BindProperty] public AskedBy? Asked { get; set; }

    [BindProperty] public string Why { get; set; } = "";

    public Appointment Appointment { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var asked = typed.Chosen(Asked, "Asked", "Choose who cancels it.");
        if (Why.Trim().Length == 0) typed.Fault("Why", "Give the reason; it becomes part of the record.");
        return await When(typed, async () => await Answer(
            (await bookings.Cancel(Family.Id, Number, asked, Stamp(Why.Trim()))).At(), family => Done("The appointment is cancelled.", AppointmentsLinks.OfFamily(family.Id))));
    }

    protected override bool Fits(FamilyState family)
    {
        Appointment = family.Appointment(Number)!;
        return Appointment is not null;
    }
}
