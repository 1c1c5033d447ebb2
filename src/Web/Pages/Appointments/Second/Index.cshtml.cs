using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments.Second;

/// <summary>Names who comes along to an appointment that is booked, or another, or nobody.</summary>
public sealed class IndexModel(Bookings bookings, RosterPeople people) : FamilyTask
{
    [FromRoute(Name = "number")] public int Number { get; set; }

    [BindProperty] public string Second { get; set; } = "";

    /// <summary>Where to go once it is saved; the family's page without.</summary>
    [BindProperty(SupportsGet = true)] public string Back { get; set; } = "";

    public Appointment Appointment { get; private set; } = null!;

    public ImmutableArray<Choice> People { get; private set; } = [];

    public async Task OnGet()
    {
        await Load();
        Second = Appointment.Plan.Second ?? "";
    }

    public async Task<IActionResult> OnPost()
    {
        var plan = Appointment.Plan with { Second = Second.Length == 0 ? null : Second };
        if (Family.NeedsTwo && plan.IsAlone) return await ReturnPageWithTyped(AppointmentRefusals.NeedsTwo.At("Second"));
        var decision = await bookings.Move(Family.Id, Number, plan, AskedBy.Coordinator, Stamp());
        if (decision is Decision<FamilyState>.Refused { Why: var no })
        {
            Operation = OperationId.New().ToString(); // what is sent next is another booking
            return await ReturnPageWithTyped(no.At("Second"));
        }
        return Done(plan.Second is null ? "Nobody comes along." : "The second person is named, and their diary holds the time.", Url.IsLocalUrl(Back) ? Back : AppointmentsLinks.OfFamily(Family.Id));
    }

    protected override async Task Load() => People = await WhoIsWho.Choices((await people.At(Family.Site)).Where(p => $"{p.Key}" != Appointment.Plan.Interviewer));

    protected override bool Fits(FamilyState family)
    {
        Appointment = family.Appointment(Number)!;
        return Appointment is not null;
    }
}
