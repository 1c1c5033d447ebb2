using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Which hits of quality rules are asked for. What is left out does not narrow.</summary>
[GenerateSerializer, Immutable, Alias("sos.quality-question")]
public sealed record QualityQuestion
{
    /// <summary>The sites that the person may see; <c>null</c>: all.</summary>
    [Id(0)] public ImmutableArray<SiteCode>? Scope { get; init; }
    [Id(1)] public SiteCode? Site { get; init; }
    [Id(2)] public string? Rule { get; init; }

    /// <summary>Who entered the form.</summary>
    [Id(3)] public string? Person { get; init; }

    /// <summary>Those set aside instead of those that stand.</summary>
    [Id(4)] public bool Dismissed { get; init; }

    /// <summary>Looks at forms dated up to this day only; today where it is left out.</summary>
    [Id(5)] public DateOnly? AsOf { get; init; }

    /// <summary>Hits of families behind this one, by id.</summary>
    [Id(6)] public FamilyId? After { get; init; }

    [Id(7)] public int Take { get; init; } = 50;
}

/// <summary>How many hits of a rule stand, and are set aside, at a site.</summary>
[GenerateSerializer, Immutable, Alias("sos.quality-count")]
public sealed record QualityCount([property: Id(0)] string Rule, [property: Id(1)] SiteCode Site, [property: Id(2)] int Open, [property: Id(3)] int Dismissed);

/// <summary>Hits by family, whole families until <see cref="QualityQuestion.Take"/> is reached, and the counts of all that the person may see.</summary>
[GenerateSerializer, Immutable, Alias("sos.quality-page")]
public sealed record QualityPage(
    [property: Id(0)] ImmutableArray<QualityHit> Hits, [property: Id(1)] ImmutableArray<QualityCount> Counts, [property: Id(2)] ImmutableArray<string> People, [property: Id(3)] int Families, [property: Id(4)] bool More);
