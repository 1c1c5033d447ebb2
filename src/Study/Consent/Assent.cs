using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Consent;

/// <summary>What a child said to being asked, beside the consent of whoever may give it; for one wave, or from a day on.</summary>
[GenerateSerializer, Immutable, Alias("sos.assent")]
public sealed record Assent(
    [property: Id(0)] MemberId Child, [property: Id(1)] bool Given, [property: Id(2)] DateOnly On, [property: Id(3)] WaveCode? Wave, [property: Id(4)] string TakenBy, [property: Id(5)] ConsentMode Mode);

/// <summary>A check of who holds parental responsibility for a child.</summary>
[GenerateSerializer, Immutable, Alias("sos.responsibility")]
public sealed record Responsibility(
    [property: Id(0)] MemberId Child, [property: Id(1)] ResponsibilityHolder Holder, [property: Id(2)] DateOnly On, [property: Id(3)] string Source);

/// <summary>What one consent form says: the scopes that were agreed to on it, in one act.</summary>
/// <param name="About">The member that it is about; <c>null</c>: the family as a whole.</param>
/// <param name="GivenBy">A member id, or a role such as <c>authority</c>.</param>
[GenerateSerializer, Immutable, Alias("sos.consent-form")]
public sealed record ConsentForm(
    [property: Id(0)] System.Collections.Immutable.ImmutableArray<ConsentScope> Scopes, [property: Id(1)] MemberId? About, [property: Id(2)] string GivenBy, [property: Id(3)] DateOnly On)
{
    /// <summary>The only wave that it is for; <c>null</c>: from its day on.</summary>
    [Id(4)] public WaveCode? Wave { get; init; }

    /// <summary>Version of the wording that was read or signed.</summary>
    [Id(5)] public string Wording { get; init; } = "";
    [Id(6)] public ConsentAuthority Authority { get; init; }
    [Id(7)] public string TakenBy { get; init; } = "";
    [Id(8)] public ConsentMode Mode { get; init; }
}
