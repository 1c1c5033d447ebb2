using System.Globalization;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>
/// The added value score (DOMAIN §2.6): by how much parents report fewer difficulties at follow-up than families of this kind would be expected to have without help.
/// It holds for samples declared high-risk or clinic, and for groups: in a community sample it shows a gain that is none.
/// </summary>
public static class AddedValue
{
    /// <summary>How the column is called behind wave and informant: <c>t2_pavs</c>.</summary>
    public const string Name = "avs";

    private const string Form = "sdq-p-4-17";
    private const int LeastMonths = 4;
    private const int MostMonths = 8;

    private const string Note =
        "Added value score = 2.3 + 0.8 x total difficulties + 0.2 x impact - 0.3 x emotional, all at the wave before, - total difficulties at this wave. Above 0: fewer difficulties than expected. "
        + "Published for parents' SDQ 4-17, the same respondent, the standard form first and its follow-up form 4 to 8 months later; any other pair is not applicable. Built on 604 children of the British 2004 survey and its follow-up "
        + "with a disorder or whose parents had sought help; in low-risk samples it shows false gain. For groups only: one child's score lies within 10 points either way, the mean of 100 within 1. Effect size: the mean divided by 5.";

    /// <summary>Whether the study has declared a sample for which it holds.</summary>
    public static bool HoldsFor(StudyDesign design) => design.Sample?.Kind is SampleKind.HighRisk or SampleKind.Clinic;

    public static decimal Score(int total, int impact, int emotional, int totalThen) => (23 + 8 * total + 2 * impact - 3 * emotional - 10 * totalThen) / 10m;

    internal static bool IsOf(Measure measure) => measure.Instruments.Any(i => i.Id.Text == Form);

    internal static ColumnGroup<FamilyReading> Over(Measure measure, int wave, string prefix, string labelPrefix) =>
        Spec.Decimal<FamilyReading>(new(Name, "Added value score, for groups only", ColumnType.Decimal) { Note = Note }, r => Of(r, measure, wave)).Over<FamilyReading>(r => r, prefix, labelPrefix);

    private static TextCell Of(FamilyReading reading, Measure measure, int wave)
    {
        if (reading.Waves[wave].Before is not { } before) return MissingReason.NotApplicable;
        var (one, two) = (reading.MainForm(measure, before.Index), reading.MainForm(measure, wave));
        if (two.Form is null) return two.Missing;
        if (one.Form is null) return one.Missing;
        if (!IsPair(one, two)) return MissingReason.NotApplicable;
        short[] scores = [ScoreOf(one, "ebdtot"), ScoreOf(one, "impact"), ScoreOf(one, "emotion"), ScoreOf(two, "ebdtot")];
        foreach (var score in scores) if (!DenseCode.IsCode(score)) return DenseCode.ReasonOf(score);
        return Score(scores[0], scores[1], scores[2], scores[3]).ToString("0.0", CultureInfo.InvariantCulture);
    }

    private static bool IsPair(FormReading one, FormReading two) =>
        one.Form!.Place.Respondent == two.Form!.Place.Respondent && one.Instrument!.Id.Text == Form && two.Instrument!.FollowUpOf == (Study.Kernel.InstrumentId?)one.Instrument.Id
        && two.Form.CompletedOn >= one.Form.CompletedOn.AddMonths(LeastMonths) && two.Form.CompletedOn <= one.Form.CompletedOn.AddMonths(MostMonths);

    private static short ScoreOf(FormReading form, string scale) => ScorePlan.Of(form.Instrument!).IndexOf(scale) is >= 0 and var at ? form.Scores[at] : DenseCode.Of(MissingReason.NotInVersion);
}
