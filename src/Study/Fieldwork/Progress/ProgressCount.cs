using Orleans;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork.Progress;

/// <summary>How far a family's interview at a wave has come: the due list's state, with who is booked told apart from who is still to be.</summary>
public enum ProgressState { NotOpen = 0, ToBook = 1, Booked = 2, Overdue = 3, PartDone = 4, Done = 5, Lost = 6 }

/// <summary>Families of one site and interviewer (an account key; empty where nobody is assigned) that stand alike at a wave.</summary>
[GenerateSerializer, Immutable, Alias("sos.progress-count")]
public readonly record struct ProgressCount(
    [property: Id(0)] WaveCode Wave, [property: Id(1)] SiteCode Site, [property: Id(2)] string Interviewer, [property: Id(3)] ProgressState State, [property: Id(4)] int Families);

public static class ProgressStates
{
    /// <summary><c>null</c> where nothing is asked of the family at the wave. A visit counts as booked until its day is over.</summary>
    public static ProgressState? Of(FamilyState family, WaveCode wave, DueState due, string timeZone, DateOnly today) => due switch
    {
        DueState.NotOpen => family.IsBookedAhead(wave, timeZone, today) ? ProgressState.Booked : ProgressState.NotOpen,
        DueState.Open or DueState.ClosingSoon => family.IsBookedAhead(wave, timeZone, today) ? ProgressState.Booked : ProgressState.ToBook,
        DueState.Overdue => family.IsBookedAhead(wave, timeZone, today) ? ProgressState.Booked : ProgressState.Overdue,
        DueState.Part => ProgressState.PartDone,
        DueState.Achieved => ProgressState.Done,
        DueState.Lost => ProgressState.Lost,
        _ => null,
    };
}
