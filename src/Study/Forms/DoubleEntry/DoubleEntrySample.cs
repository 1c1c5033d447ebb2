using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms.DoubleEntry;

/// <summary>
/// Which forms are drawn for a second entry: by a keyed hash of the form's place, so that a form is drawn on every machine and run or on none, nobody can tell
/// beforehand, and a larger share draws the same forms and more.
/// </summary>
/// <param name="number">Turns a text into an evenly spread number that only the study's secret can give.</param>
public sealed class DoubleEntrySample(Func<string, ulong> number)
{
    /// <summary>What the study's secret is asked for.</summary>
    public const string Purpose = "double-entry";

    private const ulong OnePercent = ulong.MaxValue / 100;

    public bool Draws(StudyDesign design, FamilyId family, FormPlace place) => Draws(design.DoubleEntryPercent(place.Instrument, place.Wave), family, place);

    /// <param name="percent">0 to 100.</param>
    public bool Draws(int percent, FamilyId family, FormPlace place) => percent switch
    {
        <= 0 => false,
        >= 100 => true,
        _ => number($"{family}/{place}") < OnePercent * (ulong)percent,
    };
}
