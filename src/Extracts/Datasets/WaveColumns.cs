using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>What a row says of one wave of its family: the interview and the people.</summary>
internal static class WaveColumns
{
    public static ColumnSpec<WaveReading> Wave(StudyDesign design) =>
        Spec.Words<WaveReading>("wave", "Wave", [.. design.Waves.Select(w => w.Code.Text)], w => Cells.Word(w.Index), design.Waves.Select(w => new ValueLabel(w.Code.Text, w.Name)));

    public static ColumnSpec<WaveReading> Outcome { get; } =
        Spec.Words<WaveReading>("interview_outcome", "Interview", EnumWords<InterviewOutcome>.All, w => Cells.Word((int)w.Outcome));

    public static ColumnSpec<WaveReading> InterviewOn { get; } =
        Spec.Date<WaveReading>("interview_on", "Last day of the interview", w => Cells.Day(w.InterviewDay, MissingReason.InterviewNotDone));

    public static ColumnSpec<WaveReading> InterviewMode { get; } = Spec.Words<WaveReading>("interview_mode", "How the interview was held", EnumWords<VisitMode>.All, w =>
        w.Interview is { Visits: [.., var last] } ? Cells.Word((int)last.Mode) : None(w));

    public static ColumnSpec<WaveReading> InterviewLanguage { get; } =
        Spec.Text<WaveReading>("interview_language", "Language of the interview", w => w.Interview is { } held ? LanguageTag.Of(held.Language) : NoneReason(w));

    public static ColumnSpec<WaveReading> Interpreter { get; } =
        Spec.Words<WaveReading>("interpreter", "Interpreter", EnumWords<Interpreter>.All, w => w.Interview is { } held ? Cells.Word((int)held.Interpreter) : None(w));

    public static ColumnSpec<WaveReading> Interviewer { get; } =
        Spec.Key<WaveReading>("interviewer", "Interviewer, by an opaque id", w => w.Interview is { } held ? w.Reading.Pseudonym(held.Interviewer) : NoneReason(w));

    public static ColumnSpec<WaveReading> Respondent { get; } =
        Spec.Id<WaveReading>("respondent", "Respondent of the interview", w => w.InterviewDay is null ? "" : w.Respondent?.Id.ToString() ?? "");

    public static ColumnSpec<WaveReading> RespondentRole { get; } = Spec.Words<WaveReading>("respondent_role", "What the respondent is to the children", EnumWords<MemberRole>.All, w =>
        w.InterviewDay is null ? Cells.Word(MissingReason.InterviewNotDone) : w.Respondent is { } main ? Cells.Word((int)main.Role) : Cells.Word(MissingReason.DontKnow));

    public static ColumnSpec<WaveReading> Holder { get; } = Spec.Words<WaveReading>("case_holder", "Who held the case on the wave's day", HolderKinds, w =>
        !w.Reading.MayUseCaseFile ? Cells.Word(MissingReason.Withdrawn)
        : w.Day is null ? Cells.Word(MissingReason.InterviewNotDone) : Cells.Word(w.Holder is { } spell ? Kind(spell.Holder) : NotKnown));

    public static ColumnSpec<WaveReading> Worker { get; } = Spec.Key<WaveReading>("worker", "Social worker who held the case on the wave's day", w =>
        !w.Reading.MayUseCaseFile ? MissingReason.Withdrawn
        : w.Day is null ? MissingReason.InterviewNotDone
        : w.Holder?.Holder switch
        {
            CaseHolder.Named named => named.Worker.ToString(),
            null or CaseHolder.NotKnown or CaseHolder.Unidentified => MissingReason.DontKnow,
            _ => MissingReason.NotApplicable,
        });

    public static ColumnSpec<WaveReading> WorkerEmployment { get; } = Spec.Words<WaveReading>("worker_employment", "How that worker was employed on the day", EnumWords<Employment>.All, w =>
        !w.Reading.MayUseCaseFile ? Cells.Word(MissingReason.Withdrawn)
        : w.Day is not { } day ? Cells.Word(MissingReason.InterviewNotDone)
        : w.Holder?.Holder is null or CaseHolder.Named or CaseHolder.Unidentified or CaseHolder.NotKnown ? Cells.Word((int)w.EmploymentOf(w.Holder?.Holder, day))
        : Cells.Word(MissingReason.NotApplicable));

    public static ColumnSpec<WaveReading> Site { get; } =
        Spec.Text<WaveReading>("site", "Site on the wave's day", w => w.Day is { } day ? w.Family.SiteOn(day).Text : MissingReason.InterviewNotDone);

    public static ColumnSpec<WaveReading> Band(StudyDesign design, string label) =>
        FamilyColumns.Band<WaveReading>("band", label, design, w => w.Reading.BandOf(w.Family.SiteOn(w.Day ?? w.Family.SampledOn), w.Day ?? w.Family.SampledOn));

    internal static IReadOnlyList<string> HolderKinds => ["worker", "unidentified", "team", "unallocated", "closed", "not-known"];

    private const int NotKnown = 5;

    internal static int Kind(CaseHolder holder) => holder switch
    {
        CaseHolder.Named => 0,
        CaseHolder.Unidentified => 1,
        CaseHolder.Team => 2,
        CaseHolder.Unallocated => 3,
        CaseHolder.Closed => 4,
        _ => NotKnown,
    };

    private static int None(WaveReading wave) => Cells.Word(NoneReason(wave));

    /// <summary>Forms can come without an interview being recorded.</summary>
    private static MissingReason NoneReason(WaveReading wave) => wave.InterviewDay is null ? MissingReason.InterviewNotDone : MissingReason.NotStated;
}
