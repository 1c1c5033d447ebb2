using SosLongitudinal.Study.Forms.DoubleEntry;

namespace SosLongitudinal.Grains.Studies;

/// <summary>The study's sample for double entry, drawn with the study's secret.</summary>
public sealed class DoubleEntrySamples(StudySecret secret)
{
    private DoubleEntrySample? known;

    public async ValueTask<DoubleEntrySample> Sample() => known ??= new(await secret.Numbers(DoubleEntrySample.Purpose));
}
