using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>Whether the forms of a measure at two waves can be compared. What mixes respondents, age forms or recall periods is named, not dropped.</summary>
public enum Pairing
{
    /// <summary>The same respondent on the same form.</summary>
    Paired = 0,
    /// <summary>The same respondent, first on the standard form and then on its follow-up form, which asks about a shorter time.</summary>
    PairedFollowUpForm = 1,
    OtherRespondent = 2,
    OtherForm = 3,
    OtherRespondentAndForm = 4,
}

internal static class PairColumns
{
    public static ColumnSpec<WaveReading> Pairing(Measure measure) =>
        Spec.Words<WaveReading>($"{measure.Code}_pairing", $"{measure.Title}: with the wave before", EnumWords<Pairing>.All, wave =>
        {
            if (wave.Before is not { } before) return Cells.Word(MissingReason.NotApplicable);
            var (one, two) = (wave.Reading.MainForm(measure, before.Index), wave.Reading.MainForm(measure, wave.Index));
            if (two.Form is null) return Cells.Word(two.Missing);
            if (one.Form is null) return Cells.Word(one.Missing);
            return Cells.Word((int)Of(one, two));
        });

    /// <summary>Whether the same respondent answered on the same form.</summary>
    public static bool IsPaired(FormReading one, FormReading two) => Of(one, two) == Datasets.Pairing.Paired;

    private static Pairing Of(FormReading one, FormReading two)
    {
        var same = one.Form!.Place.Respondent == two.Form!.Place.Respondent;
        var (first, second) = (one.Form.Place.Instrument, two.Form.Place.Instrument);
        var form = first == second || two.Instrument!.FollowUpOf == (InstrumentId?)first;
        return (same, form) switch
        {
            (true, true) => first == second ? Datasets.Pairing.Paired : Datasets.Pairing.PairedFollowUpForm,
            (true, false) => Datasets.Pairing.OtherForm,
            (false, true) => Datasets.Pairing.OtherRespondent,
            _ => Datasets.Pairing.OtherRespondentAndForm,
        };
    }
}
