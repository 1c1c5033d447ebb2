using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Consent;

/// <summary>What a withdrawal does to the consents that stand.</summary>
public static class Withdrawals
{
    /// <summary>The scopes in which a withdrawal changes anything: not yet withdrawn, withdrawn only later, or less far.</summary>
    public static ImmutableArray<ConsentScope> Touched(
        ImmutableArray<ConsentRecord> consents, ImmutableArray<ConsentScope> scopes, WithdrawalExtent extent, DateOnly from, MemberId? about) =>
        [.. scopes.Distinct().Where(scope => !After(consents, [scope], extent, from, about).SequenceEqual(consents))];

    /// <summary>
    /// The consents afterwards. A member's withdrawal of what the family gave leaves a record of their own; nothing that was given anew after
    /// <paramref name="from"/> is touched.
    /// </summary>
    public static ImmutableArray<ConsentRecord> After(
        ImmutableArray<ConsentRecord> consents, ImmutableArray<ConsentScope> scopes, WithdrawalExtent extent, DateOnly from, MemberId? about)
    {
        var after = consents.Select(c => scopes.Contains(c.Scope) && (about is null || c.About == about) ? Withdrawn(c, extent, from) : c).ToList();
        if (about is null) return [.. after];
        foreach (var scope in scopes)
            if (consents.All(c => c.Scope != scope || c.About != about) && consents.Any(c => c.Scope == scope && c.About is null && c.CoversOn(from)))
                after.Add(new(scope, about, about.Value.ToString(), from) { WithdrawnFrom = from, Extent = extent });
        return [.. after];
    }

    private static ConsentRecord Withdrawn(ConsentRecord consent, WithdrawalExtent extent, DateOnly from) =>
        consent.On > from ? consent
        : consent with
        {
            WithdrawnFrom = consent.WithdrawnFrom < from ? consent.WithdrawnFrom : from,
            Extent = consent.Extent > extent ? consent.Extent : extent,
        };
}
