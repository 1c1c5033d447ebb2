using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Attempts;

/// <summary>
/// An attempt to be recorded; made by whoever sends it where nobody else is named. <c>with</c> is whom it was meant to reach: the main respondent where left out. <c>number</c> is the telephone number used:
/// it is held against those that must never be used and is not kept. <c>againstSafety</c> with a <c>reason</c> records what was done although safe contact forbids it.
/// </summary>
public sealed record AttemptBody(
    WaveCode Wave, AttemptMode Mode, string Outcome, DateTimeOffset At, string? By = null, MemberId? With = null, string? Note = null, NextStep Next = NextStep.None, DateOnly? NextOn = null,
    string? Number = null, bool AgainstSafety = false, string? Reason = null);

public sealed record StrikeBody(string Reason);

public sealed record AttemptView(
    WaveCode Wave, int Number, AttemptMode Mode, DateTimeOffset At, string By, string Outcome, string Aapor, string OutcomeLabel, MemberId? With, string Note, NextStep Next, DateOnly? NextOn, bool AgainstSafety, string? StruckBecause)
{
    public static AttemptView Of(WaveAttempt made)
    {
        var (a, outcome) = (made.Attempt, AttemptOutcomes.Find(made.Attempt.Outcome));
        return new(made.Wave, made.Number, a.Mode, a.At, a.By, a.Outcome, outcome?.Aapor ?? "", outcome?.Label ?? a.Outcome, a.With, a.Note, a.Next, a.NextOn, a.AgainstSafety, made.StruckBecause);
    }
}

/// <summary>Where one wave stands against the protocol; <c>suggestedDisposition</c> is what the attempts point to once nothing more is tried.</summary>
public sealed record PlanView(WaveCode Wave, TryState State, int Made, int? Most, DateOnly? On, NextStep Next, ImmutableArray<string> Untried, string? SuggestedDisposition)
{
    public static PlanView Of(StudyFrame frame, FamilyState family, WaveDesign wave, DateOnly today)
    {
        var due = DueList.Of(frame, family, wave, Track.Interview, today);
        var plan = ContactPlan.Of(frame.Design, family, wave.Code, due.State, due.Window, today);
        return new(wave.Code, plan.State, plan.Made, plan.Most, plan.On, plan.Next, [.. plan.Untried.Select(t => t.Code)], plan.State == TryState.Dispose ? plan.Final : null);
    }
}

public sealed record AttemptsView(FamilyId Family, ImmutableArray<PlanView> Plans, ImmutableArray<AttemptView> Attempts)
{
    public static AttemptsView Of(FamilyState family, StudyFrame frame, DateOnly today) =>
        new(family.Id, [.. frame.Design.Waves.Select(w => PlanView.Of(frame, family, w, today))], [.. family.Attempts.Select(AttemptView.Of)]);
}

public sealed record OutcomeView(string Code, string Aapor, string Label, Reached Reached, string Disposition, ImmutableArray<AttemptMode> Modes);
