using System.Collections.Immutable;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Consent checks of the shard's families.</summary>
internal sealed partial class FamilyRegisterGrain : IConsentRegister
{
    public async Task<ConsentCheckPage> Checks(ConsentQuestion question)
    {
        var (frame, today) = await Ready();
        var rows = ImmutableArray.CreateBuilder<ConsentCheckRow>();
        var (total, more) = (0, false);
        foreach (var family in shard.Snapshot(question.Scope))
        {
            if (question.Site is { } site && family.Site != site) continue;
            var checks = ConsentChecks.Of(frame, family, today).Where(c => question.Kind is not { } kind || c.Kind == kind).ToList();
            total += checks.Count;
            if (checks.Count == 0 || (question.After is { } after && family.Id.CompareTo(after) <= 0)) continue;
            if (rows.Count >= question.Take) more = true;
            else rows.AddRange(checks.Select(c => new ConsentCheckRow(family.Id, family.Site, c)));
        }
        return new(rows.ToImmutable(), total, more);
    }
}
