using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Grains.Families;

/// <summary>What quality rules find.</summary>
internal sealed partial class FamilyGrain : IFamilyQuality
{
    public Task<Decision<FamilyState>> Dismiss(string rule, string about, string digest, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => DismissalRules.Dismiss(family, frame, rule, about, digest, s));

    private static FormReceipt Receipt(FamilyState family, StudyFrame frame, FormPlace place, Stamp stamp) =>
        new(family.FormAt(place)!, family.Site) { Warnings = QualityCheck.AtEntry(family, frame, place, frame.Design.Today(stamp.At)) };
}
