using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per attempt to find a family that could not be located, except those struck out. What was found stands nowhere in it.</summary>
internal static class TracingRows
{
    public static Dataset Of(StudyDesign design) => new("tracing", DatasetShape.Long, "Attempts to find families", RowUnit.Tracing, Groups(design).Select(spec => spec.Over<FamilyReading>(r => r)));

    private static IEnumerable<ColumnSpec<FamilyReading>> Groups(StudyDesign design) =>
    [
        FamilyColumns.Family,
        Spec.Count<FamilyReading>("tracing", "Number of the attempt within the wave, from 1", r => Cells.Dense(Of(r).Number)),
        .. FamilyColumns.Design(design),
        AttemptRows.WaveOf(design, r => r.WaveOf(Of(r).Wave)),
        Spec.Date<FamilyReading>("traced_on", "Day on which somebody looked", r => Cells.Day(Of(r).Attempt.On)),
        Spec.Key<FamilyReading>("traced_by", "Who looked, by an opaque id", r => r.Pseudonym(Of(r).Attempt.By)),
        Spec.Words<FamilyReading>("source", "Where they looked", EnumWords<TracingSource>.All, r => Cells.Word((int)Of(r).Attempt.Source), Labels<TracingSource>(TracingLabels.Label)),
        Spec.Words<FamilyReading>("result", "What it came to", EnumWords<TracingResult>.All, r => Cells.Word((int)Of(r).Attempt.Result), Labels<TracingResult>(TracingLabels.Label)),
        Spec.Date<FamilyReading>("next_on", "When they were to go on looking", r => Cells.Day(Of(r).Attempt.NextOn, MissingReason.NotApplicable)),
    ];

    private static IEnumerable<ValueLabel> Labels<TCase>(Func<TCase, string> label) where TCase : struct, Enum => Enum.GetValues<TCase>().Select(c => new ValueLabel(EnumWords<TCase>.Of(c), label(c)));

    private static WaveTracing Of(FamilyReading reading) => reading.Family.Tracing[reading.Place];
}
