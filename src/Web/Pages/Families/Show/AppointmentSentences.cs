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
            FamilyFact.AppointmentBooked f => $"{frame.Design.Wave(f.Plan.Wave)?.Name ?? f.Plan.Wave.ToString()} appointment booked for {When(f.Plan)} with {Who(f.Plan)}",
            FamilyFact.AppointmentMoved f when IsSecondOnly(f) => $"Appointment {f.Number} on {When(f.Plan)} is with {Who(f.Plan)}",
            FamilyFact.AppointmentMoved f => $"Appointment {f.Number} moved to {When(f.Plan)} with {Who(f.Plan)} ({f.Asked.Words().ToLowerInvariant()} asked)",
            FamilyFact.AppointmentConfirmed f => $"{One(f.Number)} confirmed",
            FamilyFact.AppointmentCompleted f => $"{One(f.Number)} took place",
            FamilyFact.AppointmentNotKept f => $"{One(f.Number)}: nobody was there",
            FamilyFact.AppointmentCancelled f => $"{One(f.Number)} cancelled ({f.Asked.Words().ToLowerInvariant()})",
            FamilyFact.VisitCheckedIn f => $"{One(f.Number)}: they arrived at {At(f.At)}",
            FamilyFact.VisitReturned f => $"{One(f.Number)}: back safe at {At(f.At)}, {f.Said.Words()}",
            FamilyFact.VisitAlarmRaised f => $"{One(f.Number)}: not back. {f.Told.Words()} at {At(f.At)}",
            FamilyFact.VisitAlertNoted f => $"{One(f.Number)}: the coordinators were to be told that they are not back",
            FamilyFact.VisitAlertSettled f => $"{One(f.Number)}: the message to the coordinators: {f.Outcome.Words().ToLowerInvariant()}",
            FamilyFact.TwoPersonSet f => $"Two people go from {f.On.Words()}: {f.Reason.Words().ToLowerInvariant()}",
            FamilyFact.TwoPersonLifted f => $"One person may go again from {f.On.Words()}: {f.Reason.Words().ToLowerInvariant()}",
            FamilyFact.BookingAbandoned => "A booking came to nothing and was given up",
            _ => null,
        };

        bool IsSecondOnly(FamilyFact.AppointmentMoved f) => family.Appointment(f.Number) is { } a
            && a.Moves.Select(m => m.Was).Append(a.Plan).ToList() is var plans && plans.Zip(plans.Skip(1)).Any(step => step.Second == f.Plan && Appointment.IsOnlySecond(step.First, step.Second));

        static string Who(AppointmentPlan plan) => plan.Second is { } second ? $"{plan.Interviewer} and {second}" : plan.Interviewer;

        string At(DateTimeOffset at) => LocalTimes.Local(frame.Design.TimeZone, at).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

        string When(AppointmentPlan plan) => plan.Start.Words(frame.Design.TimeZone);

        string One(int number) => $"Appointment {number}{(family.Appointment(number) is { } a ? $" on {When(a.Plan)}" : "")}";
    }
}
