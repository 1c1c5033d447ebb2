namespace SosLongitudinal.Study.Fieldwork.Outcomes;

/// <summary>How far a family's case has come at a wave, as the outcome rates count it.</summary>
public enum OutcomeStanding
{
    /// <summary>Never asked for at this wave: its part was complete before, or nobody is of an age.</summary>
    NotInSample = 0,
    NotOpen = 1,
    InField = 2,
    /// <summary>The window has closed and nobody has said what became of it; counts as unknown until somebody does.</summary>
    Undisposed = 3,
    Final = 4,
}

/// <summary>One family's case at one wave.</summary>
/// <param name="Class">Counts where the standing is undisposed or final.</param>
/// <param name="Code">One of <see cref="Dispositions"/>; empty while nothing is final.</param>
/// <param name="IsClosed">Whether the wave's window has closed for the family.</param>
/// <param name="IsIssued">Whether an interviewer could be sent: the family ever agreed to be contacted; for a follow-up wave, ever consented.</param>
public readonly record struct CaseOutcome(OutcomeStanding Standing, OutcomeClass Class, string Code, bool IsClosed, bool IsIssued)
{
    public bool IsInterview => Standing == OutcomeStanding.Final && Class is OutcomeClass.Complete or OutcomeClass.Partial;
}
