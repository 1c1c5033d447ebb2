using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Api.Appointments;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments.Outcome;

/// <summary>What can be said of an appointment.</summary>
public enum Outcome { Confirmed = 0, Completed = 1, NoShow = 2 }

/// <summary>The family has confirmed, it took place, or nobody was there. An interviewer says so of their own appointments.</summary>
public sealed class IndexModel : FamilyTask
{
    [FromRoute(Name = "number")] public int Number { get; set; }

    [BindProperty] public Outcome? Outcome { get; set; }

    public Appointment Appointment { get; private set; } = null!;

    public static IEnumerable<Choice> Outcomes =>
    [
        new(nameof(Appointments.Outcome.Outcome.Confirmed), "The family has confirmed the time"),
        new(nameof(Appointments.Outcome.Outcome.Completed), "It took place"),
        new(nameof(Appointments.Outcome.Outcome.NoShow), "Nobody was there"),
    ];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var outcome = typed.Chosen(Outcome, "Outcome", "Choose what happened.");
        var door = Grains.Appointments(Family.Id);
        return await When(typed, async () => await (outcome switch
        {
            Appointments.Outcome.Outcome.Confirmed => Said(door.Confirm(Number, Stamp()), "The appointment is confirmed.", AppointmentsLinks.OfFamily(Family.Id)),
            Appointments.Outcome.Outcome.Completed => Said(door.Complete(Number, Stamp()), "The appointment took place. Now record the interview.", FamiliesLinks.Interview(Family.Id, Appointment.Plan.Wave)),
            _ => Said(door.NoShow(Number, Stamp()), "Noted that nobody was there.", AppointmentsLinks.OfFamily(Family.Id)),
        }));
    }

    protected override bool Fits(FamilyState family)
    {
        Appointment = family.Appointment(Number)!;
        return Appointment is not null && Person.MayTend(Appointment);
    }

    private async Task<IActionResult> Said(Task<Study.Kernel.Decision<FamilyState>> command, string done, string next) => await Answer((await command).At(), _ => Done(done, next));
}
