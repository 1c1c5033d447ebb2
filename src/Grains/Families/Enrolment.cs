using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Grains.Families;

/// <summary>
/// A family as an authority's list brings it, with as much of its way into the study as is already known. Dates that are given are recorded as stages
/// passed on that day; what is left out stays to be recorded.
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.enrolment")]
public sealed record Enrolment(
    [property: Id(0)] SiteCode Site,
    [property: Id(1)] CohortCode Cohort,
    [property: Id(2)] string Serial,
    [property: Id(3)] DateOnly SampledOn,
    [property: Id(4)] ImmutableArray<NewMember> Members)
{
    [Id(5)] public string Approacher { get; init; } = "";
    [Id(6)] public DateOnly? ApproachedOn { get; init; }
    [Id(7)] public DateOnly? AgreedOn { get; init; }
    [Id(8)] public DateOnly? ConsentedOn { get; init; }
    [Id(9)] public string ConsentGivenBy { get; init; } = "";
    [Id(10)] public ImmutableArray<ConsentScope> Consents { get; init; } = [];

    /// <summary>Who holds the case, where the list says so; from <see cref="HeldFrom"/>, or else the day of sampling.</summary>
    [Id(11)] public CaseHolder? Holder { get; init; }
    [Id(12)] public PartialDate? HeldFrom { get; init; }
}

/// <summary>What the person who entered a form gets back. The scores follow from the answers by the instrument's rules.</summary>
[GenerateSerializer, Immutable, Alias("sos.form-receipt")]
public sealed record FormReceipt([property: Id(0)] Study.Forms.Form Form, [property: Id(1)] SiteCode Site)
{
    /// <summary>What quality rules find at its place; the form is saved all the same.</summary>
    [Id(2)] public ImmutableArray<QualityHit> Warnings { get; init; } = [];
}

/// <summary>One fact of a record as people read it; <see cref="Content"/> is its stored JSON, empty where it was erased.</summary>
[GenerateSerializer, Immutable, Alias("sos.history-entry")]
public sealed record HistoryEntry(
    [property: Id(0)] int Number,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] string By,
    [property: Id(3)] string Kind,
    [property: Id(4)] string? Why,
    [property: Id(5)] string Content);
