using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Releases;

/// <summary>What was withdrawn after a release was read, and the rows that it concerns.</summary>
/// <param name="Family"><c>null</c> where the release has pseudonyms: beside its row it would tell whose they are.</param>
/// <param name="FirstRow">Counted from 1, in the order of the files.</param>
public sealed record ReleaseFlag(FamilyId? Family, MemberId? About, ImmutableArray<ConsentScope> Scopes, WithdrawalExtent Extent, DateOnly From, DateTimeOffset At, long FirstRow, long Rows);

/// <summary>Later withdrawals. A release is not changed by them; whoever looks at it is told.</summary>
public sealed class ReleaseFlags(ReleaseShelf shelf, ReleaseRegisters registers)
{
    public async Task<ImmutableArray<ReleaseFlag>> Of(Release release) => (await Of([release]))[release.Id];

    public async Task<Dictionary<ReleaseId, ImmutableArray<ReleaseFlag>>> Of(IReadOnlyCollection<Release> releases)
    {
        if (releases.Count == 0) return [];
        var withdrawn = await registers.Withdrawn(releases.Min(r => r.AsOf));
        var flags = new Dictionary<ReleaseId, ImmutableArray<ReleaseFlag>>();
        foreach (var release in releases) flags.Add(release.Id, withdrawn.Any(w => w.At > release.AsOf) ? await Flags(release, withdrawn) : []);
        return flags;
    }

    private async Task<ImmutableArray<ReleaseFlag>> Flags(Release release, ImmutableArray<LaterWithdrawal> withdrawn)
    {
        var rows = (await shelf.Families(release.Id)).ToLookup(r => r.Family);
        var named = release.Request.Recipe.Privacy.Ids != "pseudonyms";
        return [.. from w in withdrawn
                   where w.At > release.AsOf
                   from r in rows[w.Family]
                   orderby r.First
                   select new ReleaseFlag(named ? w.Family : null, named ? w.About : null, w.Scopes, w.Extent, w.From, w.At, r.First, r.Count)];
    }
}
