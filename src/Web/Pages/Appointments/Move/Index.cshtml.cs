using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Appointments.Move;

/// <summary>Moves an appointment to another time, person or place.</summary>
public sealed class IndexModel : PlanTask
{
    [FromRoute(Name = "number")] public int Number { get; set; }

    [BindProperty] public AskedBy? Asked { get; set; }

    [BindProperty] public string Why { get; set; } = "";

    /// <summary>Where to go once it is moved; the family's page without.</summary>
    [BindProperty] public string Back { get; set; } = "";

    public Appointment Appointment { get; private set; } = null!;

    protected override WaveCode WaveOf => Appointment.Plan.Wave;

    public async Task OnGet()
    {
        await Load();
        Show(Appointment.Plan);
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var typed = new TypedFields();
        var asked = typed.Chosen(Asked, "Asked", "Choose who asked for it.");
        if (Read(typed) is not { } plan) return await ReturnPageWithTyped(typed.Refusal!);
        return await Booked(await Bookings.Move(Family.Id, Number, plan, asked, Stamp(Why.Trim() is { Length: > 0 } why ? why : null)), $"Moved to {plan.Start.Words(Frame.Design.TimeZone)}.", Back);
    }

    protected override bool Fits(FamilyState family)
    {
        Appointment = family.Appointment(Number)!;
        return Appointment is not null;
    }
}
