using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per person who answered: who they are to the children, at which waves the interview was theirs, and how many forms they filled in.</summary>
internal static class RespondentRows
{
    public static Dataset Of(StudyDesign design) => new("respondents", DatasetShape.Wide, "Respondents", RowUnit.Respondent,
        [.. Constant(design).Select(spec => spec.Over<FamilyReading>(r => r)),
         .. design.Waves.SelectMany((wave, at) => AtWave.Select(spec => spec.Over<FamilyReading>(r => r.Waves[at], $"{wave.Code}_", $"{wave.Name}: ")))]);

    private static IEnumerable<ColumnSpec<FamilyReading>> Constant(StudyDesign design) =>
    [
        FamilyColumns.Family,
        Spec.Id<FamilyReading>("respondent", "Who answered", r => Of(r).Id.ToString()),
        .. FamilyColumns.Design(design),
        Spec.Words<FamilyReading>("role", "What the respondent is to the children", EnumWords<MemberRole>.All, r => Cells.Word((int)Of(r).Role)),
        Spec.Words<FamilyReading>("sex", "Sex", EnumWords<Sex>.All, r => r.MayUse(Of(r)) ? Cells.Word((int)Of(r).Sex) : Cells.Word(MissingReason.Withdrawn)),
        Spec.Date<FamilyReading>("joined_on", "Joined the family, the first possible day", r => Cells.Day(Of(r).Joined.Earliest)),
        Spec.Date<FamilyReading>("left_on", "Left the family, the first possible day", r => Cells.Day(Of(r).Left?.Earliest, MissingReason.NotApplicable)),
    ];

    private static IEnumerable<ColumnSpec<WaveReading>> AtWave { get; } =
    [
        Spec.YesNo<WaveReading>("interview_respondent", "Was the respondent of the interview", w =>
            w.InterviewDay is null ? Cells.Dense(MissingReason.InterviewNotDone) : Cells.Dense(w.Respondent?.Id == Of(w.Reading).Id)),
        Spec.Count<WaveReading>("forms", "Forms filled in, those withdrawn from use left out", w => Cells.Dense(w.Reading.FormsFrom(Of(w.Reading).Id, w.Design.Code))),
    ];

    private static Member Of(FamilyReading reading) => reading.Family.Members[reading.Place];
}
