using System.Text.Json.Serialization;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What can happen when somebody looks for a family.</summary>
[JsonDerivedType(typeof(TracingTried), "tracing.tried")]
[JsonDerivedType(typeof(TracingStruck), "tracing.struck")]
public abstract partial record FamilyFact
{
    public sealed record TracingTried(WaveCode Wave, int Number, TracingAttempt Attempt) : FamilyFact;

    /// <summary>Recorded in error, for the reason in the fact's head; its number is not used again.</summary>
    public sealed record TracingStruck(WaveCode Wave, int Number) : FamilyFact;
}

internal static class TracingFold
{
    /// <summary>In order of their days; of one day in the order of recording.</summary>
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact) => fact.Content switch
    {
        FamilyFact.TracingTried f => family with
        {
            Tracing = [.. family.Tracing.Append(new(f.Wave, f.Number, f.Attempt with { By = Intern.Text(f.Attempt.By) }, Intern.Text(fact.Head.By), fact.Head.At)).OrderBy(t => t.Attempt.On)],
        },
        FamilyFact.TracingStruck f => family with { Tracing = [.. family.Tracing.Select(t => t.Wave == f.Wave && t.Number == f.Number ? t with { StruckBecause = fact.Why ?? "" } : t)] },
        _ => family,
    };
}
