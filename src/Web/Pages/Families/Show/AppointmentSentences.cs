using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.Show;

/// <summary>What happened about appointments, one sentence a fact.</summary>
public static class AppointmentSentences
{
    public static string? Of(FamilyFact fact, FamilyState family, StudyFrame frame)
    {
        return fact switch
        {
            FamilyFact.AppointmentBooked f => $"{frame.Design.Wave(f.Plan.Wave)?.Name ?? f.Plan.Wave.ToString()} appointment booked for {When(f.Plan)} with {f.Plan.Interviewer}",
            FamilyFact.AppointmentMoved f => $"Appointment {f.Number} moved to {When(f.Plan)} with {f.Plan.Interviewer} ({f.Asked.Words().ToLowerInvariant()} asked)",
            FamilyFact.AppointmentConfirmed f => $"{One(f.Number)} confirmed",
            FamilyFact.AppointmentCompleted f => $"{One(f.Number)} took place",
            FamilyFact.AppointmentNotKept f => $"{One(f.Number)}: nobody was there",
            FamilyFact.AppointmentCancelled f => $"{One(f.Number)} cancelled ({f.Asked.Words().ToLowerInvariant()})",
            FamilyFact.BookingAbandoned => "A booking came to nothing and was given up",
            _ => null,
        };

        string When(AppointmentPlan plan) => plan.Start.Words(frame.Design.TimeZone);

        string One(int number) => $"Appointment {number}{(family.Appointment(number) is { } a ? $" on {When(a.Plan)}" : "")}";
    }
}
