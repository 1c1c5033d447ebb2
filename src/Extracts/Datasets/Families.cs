using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>
/// One row per family: where it stands at every wave, who held its case, and the main respondent's scores (of the index child, where a measure is about
/// children). The two analyses are made from it.
/// </summary>
internal static class Families
{
    public const string Name = "families";

    public static Dataset Of(StudyFrame frame, VersionLayout layout) =>
        new(Name, DatasetShape.Wide, "Families", RowUnit.Family, Groups(frame, layout, Measure.ScheduledIn(frame.Design, frame.Shelf)));

    private static IEnumerable<ColumnGroup<FamilyReading>> Groups(StudyFrame frame, VersionLayout layout, IReadOnlyList<Measure> measures)
    {
        var (design, merged) = (frame.Design, measures.ToDictionary(m => m, m => new MergedForms(frame, layout, m.Instruments)));
        yield return FamilyColumns.Family.Over<FamilyReading>(r => r);
        foreach (var spec in FamilyColumns.Design(design)) yield return spec.Over<FamilyReading>(r => r);
        yield return FamilyColumns.StudyChildren.Over<FamilyReading>(r => r);
        foreach (var spec in FamilyColumns.Status) yield return spec.Over<FamilyReading>(r => r);
        foreach (var (wave, at) in design.Waves.Select((w, i) => (w, i)))
        {
            foreach (var spec in StateColumns.Of) yield return spec.Over<FamilyReading>(r => r.Waves[at], $"{wave.Code}_", $"{wave.Name}: ");
            foreach (var group in WideForms.WaveGroups(design, wave, at)) yield return group;
            foreach (var measure in measures)
            {
                foreach (var group in WideForms.FormGroups(design, measure, wave, at)) yield return group;
                if (measure.Subject == InstrumentSubject.Child) yield return ChildCounts.WithForm(measure).Over<FamilyReading>(r => r.Waves[at], $"{wave.Code}_", $"{wave.Name}: ");
                var (prefix, label) = ($"{wave.Code}_{measure.Prefix}", $"{wave.Name}, {measure.Title}: ");
                foreach (var group in measure.Subject == InstrumentSubject.Family
                    ? LongForms.Answers(merged[measure], r => r.MainForm(measure, at), prefix, label)
                    : LongForms.Scores(merged[measure], r => r.MainForm(measure, at), prefix, label))
                    yield return group;
            }
        }
        foreach (var (wave, at) in design.Waves.Select((w, i) => (w, i)).Where(w => w.w.After is not null))
        {
            foreach (var group in WideForms.BetweenGroups(design, measures, merged, wave, at)) yield return group;
            foreach (var measure in measures.Where(m => m.Subject == InstrumentSubject.Child))
                yield return ChildCounts.WithBoth(measure).Over<FamilyReading>(r => r.Waves[at], $"{wave.Code}_", $"{wave.Name}: ");
        }
        foreach (var spec in FamilyColumns.Weights(design)) yield return spec.Over<FamilyReading>(r => r);
    }
}
