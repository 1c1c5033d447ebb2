using Orleans;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Study.Design;

/// <summary>
/// What makes a family ineligible from a day on: an event of its case, or its study children's age. Where several children are studied it must hold for each.
/// Of an event of which only the month or year is known, its first day counts.
/// </summary>
/// <param name="Label">As pages say it, such as "the child has died".</param>
/// <param name="Event">An event about the child; of kinds that are not about one child, about the family.</param>
/// <param name="Age">Completed years from which on; certainly reached where only the birth month is known.</param>
[GenerateSerializer, Immutable, Alias("sos.eligibility-rule")]
public sealed record EligibilityRule([property: Id(0)] string Code, [property: Id(1)] string Label, [property: Id(2)] CaseEventKind? Event = null, [property: Id(3)] int? Age = null)
{
    /// <summary>The event that makes the family eligible again, such as a re-referral after a closure.</summary>
    [Id(4)] public CaseEventKind? Until { get; init; }

    /// <summary>Only waves that had not opened by then; one that was in the field goes on.</summary>
    [Id(5)] public bool BeforeTheWave { get; init; }
}
