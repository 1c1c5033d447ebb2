using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>Consent forms, assent, who may consent for a child, and erasure. Every command answers the family as it then stands.</summary>
[GrainInterfaceType("sos.family-consent")]
public interface IFamilyConsent : IGrainWithStringKey
{
    /// <summary>All that one form says, as one act.</summary>
    [Alias("give")] Task<Decision<FamilyState>> Give(ConsentForm form, Stamp stamp);
    [Alias("record-assent")] Task<Decision<FamilyState>> RecordAssent(Assent said, Stamp stamp);
    [Alias("check-responsibility")] Task<Decision<FamilyState>> CheckResponsibility(Responsibility found, Stamp stamp);

    /// <summary>Erases all that tells of one member, from the ledger and from what the store still holds of it. Contact details are erased before.</summary>
    [Alias("erase-member")] Task<Decision<FamilyState>> EraseMember(MemberId member, DateOnly on, Stamp stamp);

    /// <summary>Erases all that was recorded; what stays is passed in, so that sent again it is the same command.</summary>
    [Alias("erase-family")] Task<Decision<FamilyState>> EraseFamily(ErasedFamily left, Stamp stamp);

    /// <summary>How many facts an erasure of the member would take; of all for <c>null</c>.</summary>
    [Alias("reach")] Task<int> Reach(MemberId? member);
}
