using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

/// <summary>Decisions about a family's appointments. The times of people and rooms are the diaries'; a booking holds them before it is asked for here.</summary>
public static class AppointmentRules
{
    public const int Most = 100;
    public const int LongestMinutes = 8 * 60;
    public const int LongestTravel = 4 * 60;
    private const int MostDaysAhead = 400;

    public static Decision<ImmutableArray<FamilyFact>> Book(FamilyState family, StudyFrame frame, AppointmentPlan plan, Stamp stamp)
    {
        if (Fault(family, frame, plan, null, stamp) is { } why) return why;
        if (family.Appointments.Length >= Most) return AppointmentRefusals.TooMany;
        var booked = new FamilyFact.AppointmentBooked(family.Appointments.Length + 1, plan);
        return family.Assignments.Any(a => a.Wave == plan.Wave)
            ? Facts.Of<FamilyFact>(booked)
            : Facts.Of<FamilyFact>(booked, new FamilyFact.InterviewerAssigned(plan.Wave, plan.Interviewer, frame.Design.Today(stamp.At)));
    }

    public static Decision<ImmutableArray<FamilyFact>> Move(FamilyState family, StudyFrame frame, int number, AppointmentPlan plan, AskedBy asked, Stamp stamp) =>
        family.Appointment(number) is not { } there ? AppointmentRefusals.Unknown
        : !there.IsOpen ? AppointmentRefusals.Over(there.State)
        : there.Plan == plan ? AppointmentRefusals.Same
        : there.Plan.Wave != plan.Wave ? AppointmentRefusals.OtherWave
        : Fault(family, frame, plan, number, stamp) is { } why ? why
        : Facts.Of<FamilyFact>(new FamilyFact.AppointmentMoved(number, plan, asked));

    public static Decision<ImmutableArray<FamilyFact>> Confirm(FamilyState family, int number) =>
        family.Appointment(number) is not { } there ? AppointmentRefusals.Unknown
        : there.State == AppointmentState.Confirmed ? Facts.None<FamilyFact>()
        : there.State != AppointmentState.Booked ? AppointmentRefusals.Over(there.State)
        : Facts.Of<FamilyFact>(new FamilyFact.AppointmentConfirmed(number));

    /// <summary>Says that it took place. What was taken for a no-show can be put right.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Complete(FamilyState family, int number, Stamp stamp) =>
        Ended(family, number, AppointmentState.Completed, stamp).Then(_ => Facts.Of<FamilyFact>(new FamilyFact.AppointmentCompleted(number)));

    public static Decision<ImmutableArray<FamilyFact>> NoShow(FamilyState family, int number, Stamp stamp) =>
        Ended(family, number, AppointmentState.NoShow, stamp).Then(_ => Facts.Of<FamilyFact>(new FamilyFact.AppointmentNotKept(number)));

    public static Decision<ImmutableArray<FamilyFact>> Cancel(FamilyState family, int number, AskedBy asked, Stamp stamp) =>
        family.Appointment(number) is not { } there ? AppointmentRefusals.Unknown
        : !there.IsOpen ? AppointmentRefusals.Over(there.State)
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("why")
        : Facts.Of<FamilyFact>(new FamilyFact.AppointmentCancelled(number, asked));

    /// <summary>
    /// What a diary asks before it gives an unfinished booking's time to somebody else: either the booking stands, or it never will, because from here on it is refused.
    /// </summary>
    public static Decision<ImmutableArray<FamilyFact>> Settle(FamilyState family, OperationId booking) =>
        !family.Exists ? FamilyRefusals.Unknown
        : family.Knows(booking) || family.AbandonedBookings.Contains(booking) ? Facts.None<FamilyFact>()
        : Facts.Of<FamilyFact>(new FamilyFact.BookingAbandoned(booking));

    private static Decision<Appointment> Ended(FamilyState family, int number, AppointmentState state, Stamp stamp) =>
        family.Appointment(number) is not { } there ? AppointmentRefusals.Unknown
        : there.State == AppointmentState.Cancelled || there.State == state ? AppointmentRefusals.Over(there.State)
        : stamp.At < there.Plan.Start ? AppointmentRefusals.NotYet.At("outcome")
        : there;

    private static Refusal? Fault(FamilyState family, StudyFrame frame, AppointmentPlan plan, int? moving, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (family.AbandonedBookings.Contains(stamp.Operation)) return DiaryRefusals.Over;
        if (frame.Design.Wave(plan.Wave) is null) return StudyRefusals.UnknownWave(plan.Wave);
        if (family.Stage < Stage.AgreedToContact) return FamilyRefusals.NotAgreed;
        if (family.Stage == Stage.Ended) return FamilyRefusals.Ended(family.EndedOn);
        if (Departures.HasDied(family)) return AppointmentRefusals.Died;
        if (plan.Interviewer.Length is 0 or > 254) return FieldworkRefusals.Interviewer.At("interviewer");
        if (plan.Second == plan.Interviewer) return AppointmentRefusals.SecondIsFirst.At("second");
        if (family.NeedsTwo && plan.IsAlone) return AppointmentRefusals.NeedsTwo.At("second");
        if (plan.Minutes is < 5 or > LongestMinutes) return AppointmentRefusals.Length.At("minutes");
        if (plan.Travel is < 0 or > LongestTravel) return AppointmentRefusals.Travel.At("travel");
        if (plan.Room is not null && plan.Mode != VisitMode.FaceToFace) return AppointmentRefusals.RoomWithoutVisit.At("room");
        if (plan.Start <= stamp.At) return AppointmentRefusals.Past.At("on");
        if (plan.Start > stamp.At.AddDays(MostDaysAhead)) return AppointmentRefusals.TooFar.At("on");
        var day = LocalTimes.Day(frame.Design.TimeZone, plan.Start);
        if (family.Consents.IsWithdrawn(ConsentScope.Interview, null, day)) return AppointmentRefusals.Withdrawn.At("on");
        var elsewhere = family.Appointments.Any(a => a.IsOpen && a.Number != moving && a.Plan.Start < plan.End && plan.Start < a.Plan.End);
        return elsewhere ? AppointmentRefusals.FamilyBusy.At("at") : null;
    }
}

/// <summary>Refusals about appointments. Codes are public and never reworded.</summary>
public static class AppointmentRefusals
{
    public static readonly Refusal Unknown = new("appointment.unknown", "There is no such appointment.", RefusalKind.NotFound);
    public static readonly Refusal TooMany = new("appointment.too-many", $"A family has at most {AppointmentRules.Most} appointments. Move one of them instead.");
    public static readonly Refusal Same = new("appointment.same", "Nothing about the appointment changes. Choose another time, person or place.");
    public static readonly Refusal OtherWave = new("appointment.wave", "An appointment stays at its wave. Cancel it and book another.");
    public static readonly Refusal SecondIsFirst = new("appointment.second", "The second person is somebody else than the interviewer.");
    public static readonly Refusal NeedsTwo = new("appointment.needs-two", "Two people go to this family wherever it is met in person. Name a second interviewer.", RefusalKind.Conflict);
    public static readonly Refusal Length = new("appointment.length", $"An appointment takes 5 to {AppointmentRules.LongestMinutes} minutes.");
    public static readonly Refusal Travel = new("appointment.travel", $"Allow 0 to {AppointmentRules.LongestTravel} minutes for travel.");
    public static readonly Refusal RoomWithoutVisit = new("appointment.room", "A telephone or video interview needs no room.");
    public static readonly Refusal Past = new("appointment.past", "This time has passed. Choose a time that is still to come.");
    public static readonly Refusal TooFar = new("appointment.too-far", "Book at most 400 days ahead.");
    public static readonly Refusal NotYet = new("appointment.not-yet", "It has not begun yet. Say what became of it once its time has come.", RefusalKind.Conflict);
    public static readonly Refusal Withdrawn = new("appointment.withdrawn", "The consent to be interviewed is withdrawn on that day.", RefusalKind.Conflict);
    public static readonly Refusal Died = new("appointment.died", "Somebody of this family has died, so nobody is to meet it. If that was recorded in error, strike it out first.", RefusalKind.Conflict);
    public static readonly Refusal FamilyBusy = new("appointment.family-busy", "The family has another appointment then.", RefusalKind.Conflict);

    public static Refusal Over(AppointmentState state) => new("appointment.over", state switch
    {
        AppointmentState.Cancelled => "This appointment was cancelled. Book another.",
        AppointmentState.Completed => "This appointment took place.",
        AppointmentState.NoShow => "Nobody was there at this appointment. Book another.",
        _ => "This appointment is still to come.",
    }, RefusalKind.Conflict);

    public static Refusal ClocksJump(DateOnly day, TimeOnly time) => new("appointment.clocks", $"There is no {time:HH:mm} on {DayWords.Of(day)}: the clocks go forward over it.");
}
