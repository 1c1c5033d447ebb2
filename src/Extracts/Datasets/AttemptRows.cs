using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per attempt to reach a family, except those struck out. Notes stay out.</summary>
internal static class AttemptRows
{
    public static Dataset Of(StudyDesign design) => new("attempts", DatasetShape.Long, "Attempts to reach families", RowUnit.Attempt, Groups(design).Select(spec => spec.Over<FamilyReading>(r => r)));

    private static IEnumerable<ColumnSpec<FamilyReading>> Groups(StudyDesign design) =>
    [
        FamilyColumns.Family,
        Spec.Count<FamilyReading>("attempt", "Number of the attempt within the family, from 1", r => Cells.Dense(Of(r).Number)),
        .. FamilyColumns.Design(design),
        WaveOf(design, r => r.WaveOf(Of(r).Wave)),
        Spec.Words<FamilyReading>("mode", "How the family was tried", EnumWords<AttemptMode>.All, r => Cells.Word((int)Of(r).Attempt.Mode)),
        Spec.Date<FamilyReading>("tried_on", "Day of the attempt", r => Cells.Day(r.Design.Today(Of(r).Attempt.At))),
        Spec.Count<FamilyReading>("tried_hour", "Hour of the day in which it was made, from 0 to 23", r => Cells.Dense(TimeZoneInfo.ConvertTime(Of(r).Attempt.At, TimeZoneInfo.FindSystemTimeZoneById(r.Design.TimeZone)).Hour)),
        Spec.Key<FamilyReading>("interviewer", "Who tried, by an opaque id", r => r.Pseudonym(Of(r).Attempt.By)),
        Spec.Id<FamilyReading>("tried_for", "Whom it was meant to reach; empty where it went to the worker", r => Of(r).Attempt.With?.ToString() ?? ""),
        Spec.Words<FamilyReading>("outcome", "What it came to", Outcomes, r => Outcomes.IndexOf(Of(r).Attempt.Outcome) is >= 0 and var at ? Cells.Word(at) : Cells.Word(MissingReason.NotStated), AttemptOutcomes.All.Select(o => new ValueLabel(o.Code, o.Label))),
        Spec.Text<FamilyReading>("aapor", "AAPOR's code of the outcome", r => AttemptOutcomes.Find(Of(r).Attempt.Outcome) is { Aapor.Length: > 0 } known ? known.Aapor : MissingReason.NotApplicable),
        Spec.Words<FamilyReading>("reached", "Whom it reached", EnumWords<Reached>.All, r => AttemptOutcomes.Find(Of(r).Attempt.Outcome) is { } known ? Cells.Word((int)known.Reached) : Cells.Word(MissingReason.NotStated)),
        Spec.Words<FamilyReading>("next_step", "What was to be done next", EnumWords<NextStep>.All, r => Cells.Word((int)Of(r).Attempt.Next)),
        Spec.Date<FamilyReading>("next_on", "When that was to be done", r => Cells.Day(Of(r).Attempt.NextOn, MissingReason.NotApplicable)),
    ];

    private static List<string> Outcomes { get; } = [.. AttemptOutcomes.All.Select(o => o.Code)];

    /// <summary>The wave of a row that is not a form.</summary>
    internal static ColumnSpec<FamilyReading> WaveOf(StudyDesign design, Func<FamilyReading, WaveReading> wave) =>
        Spec.Words<FamilyReading>("wave", "Wave", [.. design.Waves.Select(w => w.Code.Text)], r => Cells.Word(wave(r).Index), design.Waves.Select(w => new ValueLabel(w.Code.Text, w.Name)));

    private static WaveAttempt Of(FamilyReading reading) => reading.Family.Attempts[reading.Place];
}
