using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>What one family has to do with another. Each step asks twice without harm; <see cref="Contacts.Merging"/> and <see cref="Contacts.Splitting"/> drive them.</summary>
[GrainInterfaceType("sos.family-links")]
public interface IFamilyLinks : IGrainWithStringKey
{
    /// <summary>Takes members, consents and serial of a family that turned out to be this one.</summary>
    [Alias("take-merged")] Task<Decision<FamilyState>> TakeMerged(FamilyState away, ImmutableArray<MergedMember> who, DateOnly on, Stamp stamp);

    /// <summary>Closes this family, which turned out to be the other and has no form left.</summary>
    [Alias("close-merged")] Task<Decision<FamilyState>> CloseMerged(FamilyId kept, ImmutableArray<MemberLink> links, DateOnly on, Stamp stamp);

    /// <summary>Notes from which family this household came.</summary>
    [Alias("come-from")] Task<Decision<FamilyState>> ComeFrom(FamilyId from, ImmutableArray<MemberLink> links, DateOnly on, Stamp stamp);

    /// <summary>Notes which members left to be a household of their own.</summary>
    [Alias("split-into")] Task<Decision<FamilyState>> SplitInto(FamilyId to, ImmutableArray<MemberLink> links, DateOnly on, Stamp stamp);
}
