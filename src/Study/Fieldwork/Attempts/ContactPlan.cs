using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork.Attempts;

/// <summary>Whether a family is to be tried at a wave.</summary>
public enum TryState
{
    /// <summary>Not due, done, lost, not in the field, or booked.</summary>
    None = 0,
    /// <summary>Now, or the day has passed.</summary>
    Now = 1,
    /// <summary>On a later day.</summary>
    Later = 2,
    /// <summary>All attempts are made, or the window has closed: somebody is to say what became of it.</summary>
    Dispose = 3,
}

/// <summary>Where the attempts at one wave of a family stand against the protocol.</summary>
/// <param name="Made">Attempts that count.</param>
/// <param name="Most">Of how many; <c>null</c> where no protocol is declared.</param>
/// <param name="On">The day of the next step.</param>
/// <param name="Untried">Parts of the week in which nobody has tried yet.</param>
public sealed record ContactPlan(TryState State, int Made, int? Most, DateOnly? On, NextStep Next, ImmutableArray<ContactTime> Untried, WaveAttempt? Last)
{
    /// <summary>Somebody of the family has died: nobody tries it any more.</summary>
    public bool Died { get; init; }

    /// <summary>The final disposition that the attempts point to.</summary>
    public string Final => Died ? "2.31" : Last is { } last ? AttemptOutcomes.Find(last.Attempt.Outcome)?.Final ?? "2.20" : "3.11";

    public bool IsAtCeiling => Made >= Most;

    /// <param name="due">Where the wave's interview stands (<see cref="DueList"/>).</param>
    public static ContactPlan Of(StudyDesign design, FamilyState family, WaveCode wave, DueState due, Window? window, DateOnly today)
    {
        var protocol = design.Protocol;
        var (made, last) = (0, default(WaveAttempt));
        var untried = protocol?.Times ?? [];
        foreach (var attempt in family.AttemptsAt(wave))
        {
            last = attempt;
            if (!attempt.Attempt.Mode.IsCounted()) continue;
            made++;
            var local = design.Local(attempt.Attempt.At);
            untried = untried.RemoveAll(t => t.Covers(local));
        }
        var on = last is null ? window?.Opens : last.Attempt.NextOn ?? design.Today(last.Attempt.At).AddDays(protocol?.DaysBetween ?? 0);
        var next = last?.Attempt.Next ?? NextStep.None;
        if (family.TracingAt(wave).LastOrDefault()?.Attempt is { NextOn: { } again } traced && (last is null || traced.On >= design.Today(last.Attempt.At))) (on, next) = (again, NextStep.Trace);
        var state = StateOf(due, last, made >= protocol?.MostAttempts, on, today);
        if (state is TryState.Now or TryState.Later && family.IsBookedAhead(wave, design.TimeZone, today)) state = TryState.None;
        var died = Departures.HasDied(family);
        if (died && state is TryState.Now or TryState.Later) (state, next) = (TryState.Dispose, NextStep.Final);
        return new(state, made, protocol?.MostAttempts, on, next, untried, last) { Died = died };
    }

    private static TryState StateOf(DueState due, WaveAttempt? last, bool isAtCeiling, DateOnly? on, DateOnly today) => due switch
    {
        DueState.Overdue => TryState.Dispose,
        not (DueState.Open or DueState.ClosingSoon) => TryState.None,
        _ when last is { Attempt.Next: NextStep.Final } || (isAtCeiling && last is not { Attempt.Next: NextStep.Appointment }) => TryState.Dispose,
        _ => on > today ? TryState.Later : TryState.Now,
    };
}
