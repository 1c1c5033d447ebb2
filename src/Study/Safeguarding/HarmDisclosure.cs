using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Safeguarding;

/// <summary>What kind of harm was disclosed. Numbers and names are stored; append only.</summary>
public enum HarmKind { Physical = 0, Emotional = 1, Sexual = 2, Neglect = 3, DomesticAbuse = 4, SelfHarm = 5, RiskToOthers = 6, Other = 7 }

/// <summary>What somebody of the study heard. Only ever stored sealed, apart from all research data.</summary>
/// <param name="Words">As near to what was said as can be.</param>
/// <param name="About">The member it is about; <c>null</c> where it is somebody else.</param>
/// <param name="By">Who heard it, by account.</param>
/// <param name="On">Local date on which it was heard.</param>
/// <param name="At">Local time, where it is known.</param>
[GenerateSerializer, Immutable, Alias("sos.heard-harm")]
public sealed record HeardHarm(
    [property: Id(0)] HarmKind Kind, [property: Id(1)] string Words, [property: Id(2)] MemberId? About, [property: Id(3)] string By, [property: Id(4)] DateOnly On, [property: Id(5)] TimeOnly? At);

/// <summary>Whom somebody of the study told, and what they said they would do. Only ever stored sealed.</summary>
[GenerateSerializer, Immutable, Alias("sos.passed-on-harm")]
public sealed record PassedOnHarm(
    [property: Id(0)] string Role, [property: Id(1)] string Name, [property: Id(2)] string Agency, [property: Id(3)] string By, [property: Id(4)] DateOnly On, [property: Id(5)] TimeOnly? At, [property: Id(6)] string Said);

/// <summary>What happened afterwards. Only ever stored sealed.</summary>
[GenerateSerializer, Immutable, Alias("sos.harm-follow-up")]
public sealed record HarmFollowUp([property: Id(0)] DateOnly On, [property: Id(1)] string By, [property: Id(2)] string Words);

/// <summary>A disclosure as one who may read it sees it.</summary>
[GenerateSerializer, Immutable, Alias("sos.harm-disclosure")]
public sealed record HarmDisclosure(
    [property: Id(0)] int Number, [property: Id(1)] HeardHarm Heard, [property: Id(2)] ImmutableArray<PassedOnHarm> PassedOn, [property: Id(3)] ImmutableArray<HarmFollowUp> FollowUps);

/// <summary>That there is a disclosure, without anything of what it says.</summary>
/// <param name="PassedOn">The first day on which somebody was told; <c>null</c> while nobody was.</param>
[GenerateSerializer, Immutable, Alias("sos.disclosure-standing")]
public sealed record DisclosureStanding([property: Id(0)] int Number, [property: Id(1)] DateOnly On, [property: Id(2)] string RecordedBy, [property: Id(3)] DateOnly? PassedOn);
