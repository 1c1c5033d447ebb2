using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork.Outcomes;

/// <summary>Over which families a rate is taken.</summary>
public enum OutcomeBase
{
    /// <summary>Handed to interviewers: the family agreed to be contacted; at follow-up waves, it consented.</summary>
    Issued = 0,
    /// <summary>All on the authorities' lists; what the gatekeepers declined counts as other non-interview.</summary>
    Sampled = 1,
    /// <summary>Interviewed at the wave that this one follows: the conditional rate.</summary>
    InterviewedBefore = 2,
    /// <summary>Interviewed at the first wave: the cumulative rate.</summary>
    InterviewedFirst = 3,
}

/// <summary>Which cases are counted. <see cref="Scope"/> is what the asking person may see (<c>null</c>: all sites) and always applies.</summary>
[GenerateSerializer, Immutable, Alias("sos.outcome-question")]
public sealed record OutcomeQuestion([property: Id(0)] WaveCode Wave)
{
    [Id(1)] public ImmutableArray<SiteCode>? Scope { get; init; }
    [Id(2)] public SiteCode? Site { get; init; }
    [Id(3)] public OutcomeBase Base { get; init; }

    /// <summary>Only families whose window has closed: who is met early would else make the rates look better than they will be.</summary>
    [Id(4)] public bool ClosedOnly { get; init; } = true;
}

/// <summary>How many cases of one group stand where. The same cases are counted under <c>all</c>, <c>site</c>, <c>band</c>, <c>cohort</c> and <c>interviewer</c>.</summary>
[GenerateSerializer, Immutable, Alias("sos.outcome-count")]
public sealed record OutcomeCount(
    [property: Id(0)] string By, [property: Id(1)] string Group, [property: Id(2)] OutcomeStanding Standing, [property: Id(3)] OutcomeClass Class, [property: Id(4)] string Code, [property: Id(5)] int Families);

/// <summary>Of the families found eligible at the sites asked about, how many were put to the authority's workers, and how many of them the workers approached.</summary>
[GenerateSerializer, Immutable, Alias("sos.approach-count")]
public sealed record ApproachCount([property: Id(0)] int Approached, [property: Id(1)] int NotApproached);

[GenerateSerializer, Immutable, Alias("sos.outcome-tally")]
public sealed record OutcomeTally([property: Id(0)] ImmutableArray<OutcomeCount> Counts, [property: Id(1)] ApproachCount Approach);
