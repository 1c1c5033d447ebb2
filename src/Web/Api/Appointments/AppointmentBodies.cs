using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Appointments;

/// <summary>An appointment to book: the local date and time in the study's time zone, minutes, and minutes of travel before and after. Face to face without a room is at home.</summary>
public sealed record BookingBody(
    WaveCode Wave, string Interviewer, DateOnly On, TimeOnly At, int Minutes = 60, int Travel = 0, VisitMode Mode = VisitMode.FaceToFace, RoomCode? Room = null, string? Second = null)
{
    public Decision<AppointmentPlan> Plan(string timeZone) => LocalTimes.At(timeZone, On, At)
        .Select(start => new AppointmentPlan(Wave, Mode, Interviewer.Trim().ToLowerInvariant(), start, Minutes, Travel, Room, Second?.Trim().ToLowerInvariant()));
}

/// <summary>Where an appointment moves to; what is left out stays as it is.</summary>
public sealed record MoveAppointmentBody(
    AskedBy Asked, DateOnly? On = null, TimeOnly? At = null, string? Why = null, string? Interviewer = null, int? Minutes = null, int? Travel = null, VisitMode? Mode = null, RoomCode? Room = null, string? Second = null)
{
    public Decision<AppointmentPlan> Plan(AppointmentPlan was, string timeZone)
    {
        var local = LocalTimes.Local(timeZone, was.Start);
        var start = On is null && At is null ? (Decision<DateTimeOffset>)was.Start : LocalTimes.At(timeZone, On ?? DateOnly.FromDateTime(local), At ?? TimeOnly.FromDateTime(local));
        var mode = Mode ?? was.Mode;
        return start.Select(s => was with
        {
            Start = s,
            Mode = mode,
            Interviewer = Interviewer?.Trim().ToLowerInvariant() ?? was.Interviewer,
            Minutes = Minutes ?? was.Minutes,
            Travel = Travel ?? was.Travel,
            Room = mode == VisitMode.FaceToFace ? Room ?? was.Room : null,
            Second = Second is null ? was.Second : Second.Length == 0 ? null : Second.Trim().ToLowerInvariant(),
        });
    }
}

/// <summary>Whether a time could be had, as things stand; if not, why.</summary>
public sealed record FitsView(bool Fits, string? Code, string? Because);

public sealed record CancelBody(AskedBy Asked, string Why);

/// <summary>One time from which an appointment moved away.</summary>
public sealed record MoveView(DateTimeOffset Start, string Interviewer, string Place, AskedBy Asked, string? Why, string By, DateTimeOffset At);

/// <summary>An appointment; the place is a code and never an address.</summary>
/// <param name="Moved">How often its time, place or interviewer moved.</param>
public sealed record AppointmentView(
    FamilyId Family, SiteCode Site, int Number, WaveCode Wave, AppointmentState State, VisitMode Mode, string Place, string Interviewer, string? Second, DateTimeOffset Start, int Minutes, int Travel, int Moved,
    ImmutableArray<MoveView> Moves, AskedBy? CancelledBy, string? Why)
{
    /// <summary>Whether two people are to go and only one is booked.</summary>
    public bool NeedsSecond { get; init; }

    /// <summary>What is known of those who went; <c>null</c> while nothing is.</summary>
    public VisitSafety? Safety { get; init; }

    public static AppointmentView Of(FamilyId family, SiteCode site, Appointment a) => new(
        family, site, a.Number, a.Plan.Wave, a.State, a.Plan.Mode, a.Plan.Place, a.Plan.Interviewer, a.Plan.Second, a.Plan.Start, a.Plan.Minutes, a.Plan.Travel, a.ProperMoves.Count(),
        [.. a.ProperMoves.Select(m => new MoveView(m.Was.Start, m.Was.Interviewer, m.Was.Place, m.Asked, m.Why, m.By, m.At))], a.CancelledBy, a.Why) { Safety = a.Safety };

    public static AppointmentView Of(AgendaRow row) => Of(row.Family, row.Site, row.Appointment) with { NeedsSecond = row.WantsSecond };

    public static AppointmentView Of(FamilyState family, Appointment appointment) => Of(new AgendaRow(family.Id, family.Site, appointment) { NeedsTwo = family.NeedsTwo });
}

/// <summary>A family's appointments, and who met it at an earlier wave: the same interviewer is to be preferred.</summary>
public sealed record FamilyAppointments(ImmutableArray<AppointmentView> Appointments, ImmutableArray<BeforeView> Before);

public sealed record BeforeView(WaveCode For, WaveCode Met, string Interviewer);
