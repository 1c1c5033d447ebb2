using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What can happen when a family is tried.</summary>
[JsonDerivedType(typeof(AttemptRecorded), "attempt.recorded")]
[JsonDerivedType(typeof(AttemptStruck), "attempt.struck")]
public abstract partial record FamilyFact
{
    public sealed record AttemptRecorded(WaveCode Wave, int Number, ContactAttempt Attempt) : FamilyFact;

    /// <summary>Recorded in error, for the reason in the fact's head; its number is not used again.</summary>
    public sealed record AttemptStruck(WaveCode Wave, int Number) : FamilyFact;
}

internal static class AttemptFold
{
    /// <summary>In order of their instants.</summary>
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact) => fact.Content switch
    {
        FamilyFact.AttemptRecorded f => family with
        {
            Attempts = [.. family.Attempts.Append(new(f.Wave, f.Number, f.Attempt with { By = Intern.Text(f.Attempt.By), Outcome = Intern.Text(f.Attempt.Outcome) }, Intern.Text(fact.Head.By), fact.Head.At)).OrderBy(a => a.Attempt.At)],
        },
        FamilyFact.AttemptStruck f => family with
        {
            Attempts = [.. family.Attempts.Select(a => a.Wave == f.Wave && a.Number == f.Number ? a with { StruckBecause = fact.Why ?? "" } : a)],
        },
        _ => family,
    };
}
