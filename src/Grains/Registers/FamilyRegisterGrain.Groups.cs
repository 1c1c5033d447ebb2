using System.Collections.Immutable;
using SosLongitudinal.Study.Groups;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Who can be invited to focus groups, read off the same families.</summary>
internal sealed partial class FamilyRegisterGrain : IGroupRegister
{
    public async Task<ImmutableArray<Invitee>> Candidates(GroupPlan plan)
    {
        var (frame, today) = await Ready();
        return [.. shard.Families.SelectMany(family => GroupEligibility.Candidates(frame, family, plan, today)).Distinct()];
    }
}
