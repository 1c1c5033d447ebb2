using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

internal sealed partial class FamilyGrain : IFamilyLinks
{
    public Task<Decision<FamilyState>> TakeMerged(FamilyState away, ImmutableArray<MergedMember> who, DateOnly on, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => MergeRules.Take(family, away, frame, who, on, s));

    public Task<Decision<FamilyState>> CloseMerged(FamilyId kept, ImmutableArray<MemberLink> links, DateOnly on, Stamp stamp) =>
        Decide(stamp, (family, _, s) => MergeRules.Close(family, kept, links, on, s));

    public Task<Decision<FamilyState>> ComeFrom(FamilyId from, ImmutableArray<MemberLink> links, DateOnly on, Stamp stamp) =>
        Decide(stamp, (family, _, _) => SplitRules.Begin(family, from, links, on));

    public Task<Decision<FamilyState>> SplitInto(FamilyId to, ImmutableArray<MemberLink> links, DateOnly on, Stamp stamp) =>
        Decide(stamp, (family, _, s) => SplitRules.Leave(family, to, links, on, s));
}
