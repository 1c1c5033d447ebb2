using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Quality;

/// <summary>Setting a hit aside.</summary>
public static class DismissalRules
{
    /// <summary>Takes a reason. Where what the person saw is no longer what is there, they look again first; what is set aside already stays so.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Dismiss(FamilyState family, StudyFrame frame, string rule, string about, string digest, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (string.IsNullOrWhiteSpace(stamp.Why)) return QualityRefusals.Reason;
        if (QualityCheck.Of(family, frame, frame.Design.Today(stamp.At)).FirstOrDefault(h => h.Rule == rule && h.About == about) is not { } hit) return QualityRefusals.NoSuchHit;
        if (hit.Digest != digest) return QualityRefusals.Changed;
        return hit.Dismissal is not null ? Facts.None<FamilyFact>() : Facts.Of<FamilyFact>(new FamilyFact.QualityDismissed(rule, about, digest));
    }
}
