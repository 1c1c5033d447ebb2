using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Quality;

/// <summary>What a rule found. <see cref="About"/> and the rule name it within its family; <see cref="Digest"/> changes with what it was found in.</summary>
[GenerateSerializer, Immutable, Alias("sos.quality-hit")]
public sealed record QualityHit(
    [property: Id(0)] string Rule,
    [property: Id(1)] FamilyId Family,
    [property: Id(2)] SiteCode Site,
    [property: Id(3)] string About,
    [property: Id(4)] QualitySeverity Severity,
    [property: Id(5)] string Sentence,
    [property: Id(6)] string Digest)
{
    /// <summary>The form to look at, and who entered it; absent where it is about the family as a whole.</summary>
    [Id(7)] public FormPlace? Place { get; init; }

    [Id(8)] public string EnteredBy { get; init; } = "";

    /// <summary>Who set it aside for what reason, with these very inputs.</summary>
    [Id(9)] public QualityDismissal? Dismissal { get; init; }

    /// <summary>Whether its form has been entered once only, so that what it says may have to stay hidden from a second keyer.</summary>
    [Id(10)] public bool IsEnteredOnce { get; init; }

    /// <summary>Who knows what its form says beside whoever entered it.</summary>
    [Id(11)] public ImmutableArray<string> AlsoKnownTo { get; init; } = [];
}

/// <summary>A hit that somebody looked at and set aside; holds until its inputs change.</summary>
[GenerateSerializer, Immutable, Alias("sos.quality-dismissal")]
public sealed record QualityDismissal(
    [property: Id(0)] string Rule, [property: Id(1)] string About, [property: Id(2)] string Digest, [property: Id(3)] string By, [property: Id(4)] DateTimeOffset At, [property: Id(5)] string Why);
