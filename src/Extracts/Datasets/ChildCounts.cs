using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>How many of a family's study children have a form: the base where children are the unit.</summary>
internal static class ChildCounts
{
    public static ColumnSpec<WaveReading> WithForm(Measure measure) =>
        Spec.Count<WaveReading>($"{measure.Code}_children", $"{measure.Title}: study children with a form", w => Count(w, measure, w.Index, w.Index));

    public static ColumnSpec<WaveReading> WithBoth(Measure measure) =>
        Spec.Count<WaveReading>($"{measure.Code}_children_both", $"{measure.Title}: study children with a form now and at the wave before", w => w.Before is { } before ? Count(w, measure, before.Index, w.Index) : Cells.Dense(0));

    private static short Count(WaveReading wave, Measure measure, int first, int second)
    {
        var (reading, count) = (wave.Reading, 0);
        var own = reading.Child;
        foreach (var member in wave.Family.Members)
        {
            if (!wave.Family.IsStudyChild(reading.Design, member)) continue;
            reading.Turn(member);
            if (reading.MainForm(measure, first).Form is not null && reading.MainForm(measure, second).Form is not null) count++;
        }
        reading.Turn(own);
        return Cells.Dense(count);
    }
}
