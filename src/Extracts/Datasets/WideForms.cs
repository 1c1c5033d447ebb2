using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>
/// The wide table of a group of instruments: one row per study child (or family, where the instrument is not about a child), the main respondent's forms
/// side by side as <c>t1_pconsid</c>, <c>t2_pebdtot</c>. Other respondents' forms are in the long table only.
/// </summary>
internal static class WideForms
{
    public static Dataset Of(StudyFrame frame, VersionLayout layout, string name, IReadOnlyList<Measure> measures, bool withTexts = false)
    {
        var children = measures[0].Subject == InstrumentSubject.Child;
        return new(name, DatasetShape.Wide, LongForms.Title(measures[0].Instruments), children ? RowUnit.StudyChild : RowUnit.Family, Groups(frame, layout, measures, children, withTexts));
    }

    /// <summary>All that the schedule asks for in one table, a row for each study child; what is not about a child stands in each of the family's rows.</summary>
    public static Dataset Everything(StudyFrame frame, VersionLayout layout) =>
        new("wide", DatasetShape.Wide, "Everything of each study child", RowUnit.StudyChild, Groups(frame, layout, Measure.ScheduledIn(frame.Design, frame.Shelf), children: true, withTexts: false));

    private static IEnumerable<ColumnGroup<FamilyReading>> Groups(StudyFrame frame, VersionLayout layout, IReadOnlyList<Measure> measures, bool children, bool withTexts)
    {
        var (design, merged) = (frame.Design, measures.ToDictionary(m => m, m => new MergedForms(frame, layout, m.Instruments) { HasTexts = withTexts }));
        yield return FamilyColumns.Family.Over<FamilyReading>(r => r);
        if (children) yield return FamilyColumns.Child.Over<FamilyReading>(r => r);
        foreach (var spec in FamilyColumns.Design(design)) yield return spec.Over<FamilyReading>(r => r);
        if (children) yield return FamilyColumns.IsIndexChild.Over<FamilyReading>(r => r);
        yield return FamilyColumns.StudyChildren.Over<FamilyReading>(r => r);
        foreach (var (wave, at) in design.Waves.Select((w, i) => (w, i)))
        {
            foreach (var group in WaveGroups(design, wave, at)) yield return group;
            foreach (var measure in measures)
            {
                foreach (var group in FormGroups(design, measure, wave, at)) yield return group;
                foreach (var group in LongForms.Answers(merged[measure], r => r.MainForm(measure, at), $"{wave.Code}_{measure.Prefix}", $"{Label(wave, measure)}: ")) yield return group;
            }
        }
        foreach (var (wave, at) in design.Waves.Select((w, i) => (w, i)).Where(w => w.w.After is not null))
            foreach (var group in BetweenGroups(design, measures, merged, wave, at)) yield return group;
        foreach (var spec in FamilyColumns.Weights(design)) yield return spec.Over<FamilyReading>(r => r);
    }

    /// <summary>The interview and the people of one wave.</summary>
    internal static IEnumerable<ColumnGroup<FamilyReading>> WaveGroups(StudyDesign design, WaveDesign wave, int at) =>
        ((IEnumerable<ColumnSpec<WaveReading>>)[
            WaveColumns.Outcome, WaveColumns.Site, WaveColumns.Band(design, "Experience band of the site"), WaveColumns.InterviewOn, WaveColumns.InterviewMode,
            WaveColumns.InterviewLanguage, WaveColumns.Interpreter, WaveColumns.Interviewer, WaveColumns.Respondent, WaveColumns.RespondentRole, WaveColumns.Holder,
            WaveColumns.Worker, WaveColumns.WorkerEmployment])
        .Select(spec => spec.Over<FamilyReading>(r => r.Waves[at], $"{wave.Code}_", $"{wave.Name}: "));

    /// <summary>About the main respondent's form of one measure at one wave.</summary>
    internal static IEnumerable<ColumnGroup<FamilyReading>> FormGroups(StudyDesign design, Measure measure, WaveDesign wave, int at) =>
        ((IEnumerable<ColumnSpec<FormReading>>)[
            FormColumns.Status, FormColumns.Instrument, FormColumns.Version, FormColumns.CompletedOn, FormColumns.Mode, FormColumns.Language, FormColumns.Respondent,
            FormColumns.RespondentRole, FormColumns.Flags, .. FormColumns.SecondOf(design, measure.Instruments), FormColumns.Age])
        .Select(spec => spec.Over<FamilyReading>(r => r.MainForm(measure, at), $"{wave.Code}_{measure.Code}_", $"{Label(wave, measure)}: "));

    /// <summary>What lies between a wave and the one before it.</summary>
    internal static IEnumerable<ColumnGroup<FamilyReading>> BetweenGroups(StudyDesign design, IReadOnlyList<Measure> measures, IReadOnlyDictionary<Measure, MergedForms> merged, WaveDesign wave, int at)
    {
        foreach (var spec in (IEnumerable<ColumnSpec<WaveReading>>)[
            BetweenColumns.Retained, BetweenColumns.Change, BetweenColumns.Workers, BetweenColumns.Changes, BetweenColumns.DaysWithout, BetweenColumns.AnyAgency, BetweenColumns.DaysSince,
            BetweenColumns.SameRespondent, .. BetweenColumns.Events])
            yield return spec.Over<FamilyReading>(r => r.Waves[at], $"{wave.Code}_", $"{wave.Name}: ");
        foreach (var measure in measures)
            yield return PairColumns.Pairing(measure).Over<FamilyReading>(r => r.Waves[at], $"{wave.Code}_", $"{wave.Name}: ");
        foreach (var measure in measures)
            if (new ChangeBlock(merged[measure], measure, design) is { IsEmpty: false } changes) yield return changes.Over(at, $"{wave.Code}_{measure.Prefix}", $"{Label(wave, measure)}: ");
        foreach (var measure in measures)
            if (AddedValue.HoldsFor(design) && AddedValue.IsOf(measure)) yield return AddedValue.Over(measure, at, $"{wave.Code}_{measure.Prefix}", $"{Label(wave, measure)}: ");
    }

    private static string Label(WaveDesign wave, Measure measure) => $"{wave.Name}, {measure.Title}";
}
