using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>
/// What one row of a project's records is: an event's own row, or one filled form at it. Every form repeats: an event has one instance of it for each person asked
/// about and each who answered, numbered in the order of entry.
/// </summary>
internal sealed record RedcapRow(WaveReading Wave, Measure? Measure, Form? Form, InstrumentDefinition? Instrument, int Instance)
{
    /// <summary>The rows of the family being read: the first wave always has its own row, a later one where anything is recorded of it.</summary>
    public static IEnumerable<RedcapRow> Of(FamilyReading reading, IReadOnlyList<Measure> measures)
    {
        if (reading.Family is not { Exists: true, ErasedOn: null }) yield break;
        foreach (var wave in reading.Waves)
        {
            var forms = measures.SelectMany(m => Forms(reading, wave, m)).ToList();
            if (wave.Index > 0 && forms.Count == 0 && wave.Interview is null && wave.Family.Dispositions.All(d => d.Wave != wave.Design.Code)) continue;
            yield return new(wave, null, null, null, 0);
            foreach (var form in forms) yield return form;
        }
    }

    private static IEnumerable<RedcapRow> Forms(FamilyReading reading, WaveReading wave, Measure measure)
    {
        var instance = 0;
        foreach (var form in reading.Family.Forms)
        {
            if (form.Place.Wave != wave.Design.Code || !measure.Has(form.Place.Instrument)) continue;
            var instrument = MainForms.Definition(reading.Frame, form);
            if (reading.MayUse(instrument, form.Place) && !reading.LeavesOut(form)) yield return new(wave, measure, form, instrument, ++instance);
        }
    }
}
