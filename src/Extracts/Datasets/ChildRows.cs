using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per child of a family, study children or not: who they are to the study, and how old they were at each wave. Birth months stay out: ages are what analyses need of them.</summary>
internal static class ChildRows
{
    public static Dataset Of(StudyDesign design) => new("children", DatasetShape.Wide, "Children", RowUnit.Child,
        [.. Constant(design).Select(spec => spec.Over<FamilyReading>(r => r)),
         .. design.Waves.SelectMany((wave, at) => AtWave.Select(spec => spec.Over<FamilyReading>(r => r.Waves[at], $"{wave.Code}_", $"{wave.Name}: ")))]);

    private static IEnumerable<ColumnSpec<FamilyReading>> Constant(StudyDesign design) =>
    [
        FamilyColumns.Family,
        FamilyColumns.Child,
        .. FamilyColumns.Design(design),
        FamilyColumns.IsIndexChild,
        Spec.YesNo<FamilyReading>("study_child", "Is a study child", r => Cells.Dense(r.Family.IsStudyChild(r.Design, r.Child!))),
        Spec.Words<FamilyReading>("sex", "Sex", EnumWords<Sex>.All, r => r.MayUse(r.Child!) ? Cells.Word((int)r.Child!.Sex) : Cells.Word(MissingReason.Withdrawn)),
        Spec.Count<FamilyReading>("age_sampled", "Age in whole years on the day the family was sampled", r => Age(r, r.Family.SampledOn)),
        Spec.Date<FamilyReading>("joined_on", "Joined the family, the first possible day", r => Cells.Day(r.Child!.Joined.Earliest)),
        Spec.Date<FamilyReading>("left_on", "Left the family, the first possible day", r => Cells.Day(r.Child!.Left?.Earliest, MissingReason.NotApplicable)),
    ];

    private static IEnumerable<ColumnSpec<WaveReading>> AtWave { get; } =
    [
        Spec.YesNo<WaveReading>("in_family", "Was in the family on the wave's day", w => w.Day is { } day ? Cells.Dense(w.Reading.Child!.IsOn(day)) : Cells.Dense(MissingReason.InterviewNotDone)),
        Spec.Count<WaveReading>("age", "Age in whole years on the wave's day", w => w.Day is { } day ? Age(w.Reading, day) : Cells.Dense(MissingReason.InterviewNotDone)),
    ];

    /// <summary>In the birth month the older of the two, as at forms.</summary>
    private static short Age(FamilyReading reading, DateOnly on) =>
        !reading.MayUse(reading.Child!) ? Cells.Dense(MissingReason.Withdrawn)
        : reading.Child!.Birth is not { } born ? Cells.Dense(MissingReason.NotStated)
        : born.AgeOn(on).Most is var age and >= 0 ? Cells.Dense(age) : Cells.Dense(MissingReason.NotYetInStudy);
}
