using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>The long table of a group of instruments: one row per form, whoever answered.</summary>
internal static class LongForms
{
    public static Dataset Of(StudyFrame frame, VersionLayout layout, string name, IReadOnlyList<InstrumentDefinition> instruments, bool withTexts = false) =>
        new(name, DatasetShape.Long, Title(instruments), RowUnit.FormOf(instruments), Groups(frame.Design, instruments, new(frame, layout, instruments) { HasTexts = withTexts }));

    internal static string Title(IReadOnlyList<InstrumentDefinition> instruments) => instruments[0].Title.Split(',')[0];

    private static IEnumerable<ColumnGroup<FamilyReading>> Groups(StudyDesign design, IReadOnlyList<InstrumentDefinition> instruments, MergedForms forms)
    {
        static ColumnGroup<FamilyReading> Form(ColumnSpec<FormReading> spec) => spec.Over<FamilyReading>(r => r.Form);
        static ColumnGroup<FamilyReading> Wave(ColumnSpec<WaveReading> spec) => spec.Over<FamilyReading>(r => r.Form.Wave);
        static ColumnGroup<FamilyReading> Family(ColumnSpec<FamilyReading> spec) => spec.Over<FamilyReading>(r => r);

        yield return Family(FamilyColumns.Family);
        foreach (var spec in (IEnumerable<ColumnSpec<FormReading>>)[FormColumns.Subject, FormColumns.Respondent, FormColumns.RespondentRole]) yield return Form(spec);
        foreach (var spec in FamilyColumns.Design(design).Where(s => s.Column.Name != "band")) yield return Family(spec);
        yield return Wave(WaveColumns.Band(design, "Experience band of the family's site at the wave"));
        yield return Wave(WaveColumns.Wave(design));
        yield return Form(FormColumns.Instrument);
        yield return Form(FormColumns.Version);
        yield return Wave(WaveColumns.Outcome);
        yield return Form(FormColumns.Flags);
        foreach (var spec in FormColumns.SecondOf(design, instruments)) yield return Form(spec);
        yield return Form(FormColumns.CompletedOn);
        yield return Wave(WaveColumns.InterviewOn);
        yield return Form(FormColumns.Mode);
        yield return Form(FormColumns.Language);
        yield return Wave(WaveColumns.Interpreter);
        yield return Wave(WaveColumns.Interviewer);
        yield return Wave(WaveColumns.Worker);
        yield return Wave(WaveColumns.WorkerEmployment);
        foreach (var spec in (IEnumerable<ColumnSpec<WaveReading>>)[BetweenColumns.Workers, BetweenColumns.Change, BetweenColumns.AnyAgency]) yield return Wave(spec);
        foreach (var group in Answers(forms, r => r.Form, "", "")) yield return group;
        yield return Form(FormColumns.Age);
        yield return Form(FormColumns.Sex);
        foreach (var spec in FamilyColumns.Weights(design)) yield return Family(spec);
    }

    /// <summary>Items, then scores, then bands.</summary>
    internal static IEnumerable<ColumnGroup<FamilyReading>> Answers(
        MergedForms forms, Func<FamilyReading, FormReading> part, string prefix, string labelPrefix)
    {
        yield return new ItemBlock(forms).Over(part, prefix, labelPrefix);
        foreach (var spec in ItemColumns.Wider(forms)) yield return spec.Over(part, prefix, labelPrefix);
        if (forms.HasTexts) foreach (var spec in TextColumns.Of(forms)) yield return spec.Over(part, prefix, labelPrefix);
        foreach (var group in Scores(forms, part, prefix, labelPrefix)) yield return group;
    }

    internal static IEnumerable<ColumnGroup<FamilyReading>> Scores(
        MergedForms forms, Func<FamilyReading, FormReading> part, string prefix, string labelPrefix)
    {
        var (scores, bands) = (new ScoreBlock(forms), new BandBlock(forms));
        if (!scores.IsEmpty) yield return scores.Over(part, prefix, labelPrefix);
        foreach (var group in ScoreBlock.WithDecimals(forms, part, prefix, labelPrefix)) yield return group;
        if (!bands.IsEmpty) yield return bands.Over(part, prefix, labelPrefix);
    }
}
