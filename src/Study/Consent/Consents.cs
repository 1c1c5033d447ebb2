using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Consent;

/// <summary>How far a withdrawal reaches (DOMAIN §5.3), each further than the one before.</summary>
public enum WithdrawalExtent { NoFurtherContact = 0, NoFurtherUse = 1, FullErasure = 2 }

/// <summary>Consent for one scope, for the family or about one member, from a day on; withdrawn from <see cref="WithdrawnFrom"/> on, that day included.</summary>
[GenerateSerializer, Immutable, Alias("sos.consent")]
public sealed record ConsentRecord(
    [property: Id(0)] ConsentScope Scope, [property: Id(1)] MemberId? About, [property: Id(2)] string GivenBy, [property: Id(3)] DateOnly On)
{
    [Id(4)] public DateOnly? WithdrawnFrom { get; init; }

    /// <summary>How far the withdrawal reaches; <c>null</c> where there is none.</summary>
    [Id(5)] public WithdrawalExtent? Extent { get; init; }

    /// <summary>The only wave that it covers; <c>null</c>: every wave.</summary>
    [Id(6)] public WaveCode? Wave { get; init; }

    /// <summary>Version of the wording that was read or signed.</summary>
    [Id(7)] public string Wording { get; init; } = "";
    [Id(8)] public ConsentAuthority Authority { get; init; }
    [Id(9)] public string TakenBy { get; init; } = "";
    [Id(10)] public ConsentMode Mode { get; init; }

    public bool IsFor(WaveCode? wave) => Wave is null || wave is null || Wave == wave;

    public bool CoversOn(DateOnly day) => On <= day && (WithdrawnFrom is not { } from || day < from);
}

/// <summary>
/// What the consents of a family say. A member's own consent or withdrawal goes before the family's, so that one child can say no where the family said yes.
/// </summary>
public static class Consents
{
    /// <summary>Whether a scope is covered on a day, for the family as a whole or for the member concerned.</summary>
    public static bool Cover(this ImmutableArray<ConsentRecord> consents, ConsentScope scope, MemberId? about, DateOnly day) => consents.Cover(scope, about, null, day);

    /// <summary>Whether a form about one member from another is covered: what the subject said goes first, then the respondent, then the family.</summary>
    public static bool Cover(this ImmutableArray<ConsentRecord> consents, ConsentScope scope, MemberId? about, MemberId? from, DateOnly day, WaveCode? wave = null) =>
        (about is null ? null : consents.Said(scope, about, day, wave)) ?? (from is null ? null : consents.Said(scope, from, day, wave)) ?? consents.Said(scope, null, day, wave) ?? false;

    /// <summary>Whether anybody's consent for a scope stands on a day.</summary>
    public static bool Stand(this ImmutableArray<ConsentRecord> consents, ConsentScope scope, DateOnly day, WaveCode? wave = null)
    {
        foreach (var c in consents) if (c.Scope == scope && c.IsFor(wave) && c.CoversOn(day)) return true;
        return false;
    }

    /// <summary>
    /// Whether what was collected under a scope may still be used on a day: it may not once somebody concerned has withdrawn it from use, unless it was given anew.
    /// </summary>
    public static bool AllowUse(this ImmutableArray<ConsentRecord> consents, ConsentScope scope, MemberId? about, MemberId? from, DateOnly day) =>
        consents.AllowUse(scope, about, day) && (from is null || from == about || consents.AllowUse(scope, from, day));

    /// <summary>The same of one member's part in it.</summary>
    public static bool AllowUse(this ImmutableArray<ConsentRecord> consents, ConsentScope scope, MemberId? about, DateOnly day)
    {
        if (consents.Cover(scope, about, day)) return true;
        foreach (var c in consents)
            if (c.Scope == scope && (c.About is null || c.About == about) && c.WithdrawnFrom <= day && c.Extent is not (null or WithdrawalExtent.NoFurtherContact)) return false;
        return true;
    }

    /// <summary>Whether a scope was given once and is withdrawn now, with nothing that still covers it.</summary>
    public static bool IsWithdrawn(this ImmutableArray<ConsentRecord> consents, ConsentScope scope, MemberId? about, DateOnly day) =>
        !(about is null ? consents.Stand(scope, day) : consents.Cover(scope, about, day)) && consents.Any(c => c.Scope == scope && c.WithdrawnFrom <= day);

    /// <summary>Yes or no by the records about exactly this member (or the family); <c>null</c> where nothing was said by that day.</summary>
    private static bool? Said(this ImmutableArray<ConsentRecord> consents, ConsentScope scope, MemberId? about, DateOnly day, WaveCode? wave)
    {
        bool? said = null;
        foreach (var c in consents)
        {
            if (c.Scope != scope || c.About != about || c.On > day || !c.IsFor(wave)) continue;
            if (c.CoversOn(day)) return true;
            said = false;
        }
        return said;
    }
}
