using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What has to be asked or done about consent, in the same families.</summary>
[GrainInterfaceType("sos.consent-register")]
public interface IConsentRegister : IGrainWithIntegerKey
{
    [Alias("checks"), ReadOnly] Task<ConsentCheckPage> Checks(ConsentQuestion question);
}

/// <summary>Which checks. Empty parts do not narrow; <see cref="Scope"/> is what the asking person may see and always applies.</summary>
[GenerateSerializer, Immutable, Alias("sos.consent-question")]
public sealed record ConsentQuestion
{
    [Id(0)] public ImmutableArray<SiteCode>? Scope { get; init; }
    [Id(1)] public SiteCode? Site { get; init; }
    [Id(2)] public ConsentCheckKind? Kind { get; init; }

    /// <summary>Families behind this one, by id.</summary>
    [Id(3)] public FamilyId? After { get; init; }
    [Id(4)] public int Take { get; init; } = 50;
}

/// <summary>One thing to be asked or done in one family.</summary>
[GenerateSerializer, Immutable, Alias("sos.consent-check-row")]
public sealed record ConsentCheckRow([property: Id(0)] FamilyId Family, [property: Id(1)] SiteCode Site, [property: Id(2)] ConsentCheck Check);

/// <summary>Rows by family, whole families until <see cref="ConsentQuestion.Take"/> is reached; how many there are in all, and whether more follow.</summary>
[GenerateSerializer, Immutable, Alias("sos.consent-check-page")]
public sealed record ConsentCheckPage([property: Id(0)] ImmutableArray<ConsentCheckRow> Rows, [property: Id(1)] int Total, [property: Id(2)] bool More);
