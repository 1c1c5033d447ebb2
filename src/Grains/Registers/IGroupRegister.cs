using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Study.Groups;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What a shard of the family register says about focus groups.</summary>
[GrainInterfaceType("sos.group-register")]
public interface IGroupRegister : IGrainWithIntegerKey
{
    /// <summary>Whom the rule of a planned group brings in: members of the shard's families, or the workers who hold their cases.</summary>
    [Alias("candidates"), ReadOnly] Task<ImmutableArray<Invitee>> Candidates(GroupPlan plan);
}
