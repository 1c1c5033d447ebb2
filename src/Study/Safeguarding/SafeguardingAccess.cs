using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Safeguarding;

/// <summary>
/// Who may record and who may read a disclosure. Whoever met the family records it; coordinators and administrators of the site read it, and whoever recorded it
/// until it is handed on: from then on it is not theirs to know.
/// </summary>
public static class SafeguardingAccess
{
    /// <summary>Why not; <c>null</c> where they may. A death, a withdrawal or an erasure is no reason not to record one.</summary>
    public static Refusal? MayRecord(FamilyState? family, FamilyViewer viewer, string account) =>
        !IsTheirSite(family, viewer) ? FamilyRefusals.Unknown
        : viewer.Office || (viewer.Interviewer && Meetings.HasMet(family!, account)) ? null
        : SafeguardingRefusals.NotYours;

    public static Refusal? MayRead(FamilyState? family, SealedDisclosure? disclosure, FamilyViewer viewer, string account) =>
        !IsTheirSite(family, viewer) ? FamilyRefusals.Unknown
        : disclosure is null ? SafeguardingRefusals.Unknown
        : viewer.Office || (disclosure.RecordedBy == account && disclosure.PassedOnFirst is null) ? null
        : SafeguardingRefusals.Unknown;

    private static bool IsTheirSite(FamilyState? family, FamilyViewer viewer) => family is not null && viewer.Sees(family.Site);
}
