using System.Collections.Immutable;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Study.Fieldwork.Safety;

/// <summary>Decisions about arriving at an appointment in person and coming back safe.</summary>
public static class VisitSafetyRules
{
    /// <summary>How long before the planned time somebody may have arrived.</summary>
    public static readonly TimeSpan Early = TimeSpan.FromHours(4);

    private const int MostTries = 3;

    public static Decision<ImmutableArray<FamilyFact>> CheckIn(FamilyState family, int number, DateTimeOffset at, Stamp stamp) =>
        Watched(family, number).Then(there =>
            there.Safety?.Back is not null ? VisitRefusals.IsBack
            : there.Safety?.Arrived is not null ? VisitRefusals.HasArrived
            : at > stamp.At ? VisitRefusals.Future.At("at")
            : at < there.Plan.Start - Early ? VisitRefusals.TooEarly.At("at")
            : Facts.Of<FamilyFact>(new FamilyFact.VisitCheckedIn(number, at)));

    /// <summary>Also of somebody who never said that they arrived: that nothing was heard ends with it.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Return(FamilyState family, int number, SafeReport said, DateTimeOffset at, Stamp stamp) =>
        Begun(family, number, at, stamp).Then(there =>
            said == SafeReport.SecondPerson && there.Plan.Second is null ? VisitRefusals.NoSecond.At("said")
            : there.Safety?.Arrived is { } arrived && at < arrived ? VisitRefusals.BeforeArriving.At("at")
            : Facts.Of<FamilyFact>(new FamilyFact.VisitReturned(number, said, at)));

    /// <summary>That the team's procedure was followed. More than one may be told.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Raise(FamilyState family, int number, AlarmTold told, DateTimeOffset at, Stamp stamp) =>
        Begun(family, number, at, stamp).Then(_ => Facts.Of<FamilyFact>(new FamilyFact.VisitAlarmRaised(number, told, at)));

    /// <summary>Whether an e-mail about it may still be sent: none was, or the mail server refused each, a few times at most.</summary>
    public static bool MayBeTold(Appointment appointment) => appointment.Safety?.Alerts is not { } alerts || (alerts.Length < MostTries && alerts.All(a => a.Outcome == MessageOutcome.Refused));

    /// <summary>Notes that an e-mail is about to be sent; only who is accepted sends it.</summary>
    public static Decision<ImmutableArray<FamilyFact>> NoteAlert(FamilyState family, int number, int margin, string timeZone, Stamp stamp) =>
        family.Appointment(number) is not { } there ? AppointmentRefusals.Unknown
        : !MayBeTold(there) ? ReminderRefusals.Noted
        : !VisitWatch.Of(family, there, margin, timeZone, stamp.At).IsOverdue() ? ReminderRefusals.NotDue
        : Facts.Of<FamilyFact>(new FamilyFact.VisitAlertNoted(number));

    public static Decision<ImmutableArray<FamilyFact>> SettleAlert(FamilyState family, int number, MessageOutcome outcome) =>
        family.Appointment(number)?.Safety is not { Alerts: [.., var last] } ? ReminderRefusals.Unknown
        : last.Outcome == outcome ? Facts.None<FamilyFact>()
        : last.Outcome != MessageOutcome.Unknown ? ReminderRefusals.Noted
        : Facts.Of<FamilyFact>(new FamilyFact.VisitAlertSettled(number, outcome));

    private static Decision<Appointment> Begun(FamilyState family, int number, DateTimeOffset at, Stamp stamp) => Watched(family, number).Then<Appointment>(there =>
        there.Safety?.Back is not null ? VisitRefusals.IsBack
        : there.Safety?.Arrived is null && stamp.At < there.Plan.Start ? VisitRefusals.NotBegun
        : at > stamp.At ? VisitRefusals.Future.At("at")
        : at < there.Plan.Start - Early ? VisitRefusals.TooEarly.At("at")
        : there);

    private static Decision<Appointment> Watched(FamilyState family, int number) =>
        family.Appointment(number) is not { } there ? AppointmentRefusals.Unknown
        : there.Plan.Mode != VisitMode.FaceToFace ? VisitRefusals.NotInPerson
        : there.State is AppointmentState.Cancelled or AppointmentState.NoShow ? AppointmentRefusals.Over(there.State)
        : there;
}

/// <summary>Refusals about arriving and coming back. Codes are public and never reworded.</summary>
public static class VisitRefusals
{
    public static readonly Refusal NotInPerson = new("visit.not-in-person", "Nobody travels to a telephone or video interview: there is no arriving and no coming back.", RefusalKind.Conflict);
    public static readonly Refusal HasArrived = new("visit.arrived", "That they arrived is recorded already.", RefusalKind.Conflict);
    public static readonly Refusal IsBack = new("visit.back", "That they are back safe is recorded already.", RefusalKind.Conflict);
    public static readonly Refusal NotBegun = new("visit.not-begun", "It has not begun yet, and nobody has said that they arrived.", RefusalKind.Conflict);
    public static readonly Refusal Future = new("visit.future", "This time lies in the future. Enter the time at which it happened.");
    public static readonly Refusal TooEarly = new("visit.too-early", $"This is more than {VisitSafetyRules.Early.TotalHours} hours before the appointment. Check the time, or move the appointment first.");
    public static readonly Refusal BeforeArriving = new("visit.before-arriving", "They arrived after this time. Check the time.");
    public static readonly Refusal NoSecond = new("visit.no-second", "Nobody came along to this appointment. Say who else said so.");
    public static readonly Refusal Unchosen = new("visit.unchosen", "Choose what is known.");
}
