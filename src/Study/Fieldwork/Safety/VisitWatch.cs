using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Study.Fieldwork.Safety;

/// <summary>How it stands with those who went to an appointment in person.</summary>
public enum VisitState
{
    /// <summary>Nothing to watch: by telephone or video, not begun, called off, or said to have taken place.</summary>
    None = 0,
    /// <summary>They arrived and are not expected back yet.</summary>
    Out = 1,
    /// <summary>Nobody said that they arrived, nothing was recorded of the appointment, and they should be back.</summary>
    NothingHeard = 2,
    /// <summary>They arrived, and should be back.</summary>
    NotBack = 3,
    /// <summary>They are not back, and the team's procedure was followed.</summary>
    Raised = 4,
    Back = 5,
}

/// <summary>
/// Whether somebody who went to a family should be back. Expected back is the planned end and a margin; for whoever arrived after the planned end, their arrival, the
/// planned length and the margin. All are instants, so that no change of the clocks makes anybody late or early.
/// </summary>
public static class VisitWatch
{
    /// <summary>Minutes after the planned end at which somebody is expected back, where the study says nothing else.</summary>
    public const int UsualMargin = 30;

    /// <summary>Of what nothing was heard is left to the lists of what is not said yet after this time; who arrived is watched without end.</summary>
    public static readonly TimeSpan Heeded = TimeSpan.FromDays(7);

    public static DateTimeOffset ExpectedBack(Appointment appointment, int margin) =>
        (appointment.Safety?.Arrived is { } arrived && arrived > appointment.Plan.End ? arrived.AddMinutes(appointment.Plan.Minutes) : appointment.Plan.End).AddMinutes(margin);

    /// <param name="departed">Whether the family is no longer to be met: nobody is expected to have gone, but whoever arrived is watched all the same.</param>
    public static VisitState Of(Appointment appointment, int margin, bool departed, DateTimeOffset now)
    {
        if (appointment.Plan.Mode != VisitMode.FaceToFace || appointment.State is AppointmentState.Cancelled or AppointmentState.NoShow) return VisitState.None;
        if (appointment.Safety?.Back is not null) return VisitState.Back;
        if (appointment.Safety is { Alarms.IsEmpty: false }) return VisitState.Raised;
        var due = ExpectedBack(appointment, margin);
        if (appointment.Safety?.Arrived is not null) return now > due ? VisitState.NotBack : VisitState.Out;
        return appointment.IsOpen && !departed && now > due && now <= due + Heeded ? VisitState.NothingHeard : VisitState.None;
    }

    public static VisitState Of(FamilyState family, Appointment appointment, int margin, string timeZone, DateTimeOffset now) =>
        appointment.Plan.Start > now && appointment.Safety is null ? VisitState.None : Of(appointment, margin, Departures.IsOver(family, appointment.Day(timeZone)), now);

    public static bool IsOverdue(this VisitState state) => state is VisitState.NotBack or VisitState.NothingHeard;
}
