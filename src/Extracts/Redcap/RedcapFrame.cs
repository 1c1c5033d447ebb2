using System.Collections.Immutable;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>What a project's forms hold that is no item: the family, the interview, and about whom and from whom each form is.</summary>
internal static class RedcapFrame
{
    public static readonly ImmutableArray<RedcapChoice> Statuses = [new("0", "0", "Incomplete"), new("1", "1", "Unverified"), new("2", "2", "Complete")];

    public static IEnumerable<ColumnSpec<FamilyReading>> Family(StudyDesign design) => [.. FamilyColumns.Design(design), FamilyColumns.StudyChildren, .. FamilyColumns.Status];

    public static IEnumerable<ColumnSpec<WaveReading>> Interview(StudyDesign design) =>
    [
        WaveColumns.Outcome, WaveColumns.InterviewOn, WaveColumns.InterviewMode, WaveColumns.InterviewLanguage, WaveColumns.Interpreter, WaveColumns.Interviewer, WaveColumns.Respondent,
        WaveColumns.RespondentRole, WaveColumns.Site, WaveColumns.Band(design, "Experience band of the site"), WaveColumns.Holder, WaveColumns.Worker, WaveColumns.WorkerEmployment,
    ];

    public static IEnumerable<ColumnSpec<FormReading>> Form =>
        [FormColumns.Subject, FormColumns.Respondent, FormColumns.RespondentRole, FormColumns.CompletedOn, FormColumns.Mode, FormColumns.Instrument, FormColumns.Version, FormColumns.Age, FormColumns.Sex];

    /// <summary>A form whose second entry is open is unverified.</summary>
    public static ColumnSpec<FormReading> FormStatus { get; } = Spec.Count<FormReading>("complete", "Complete?", f =>
        f.Form is not { } form ? Cells.Dense(f.Missing) : Cells.Dense(f.Reading.SecondStatusOf(form).IsOpen() ? 1 : 2));

    public static ColumnSpec<WaveReading> InterviewStatus { get; } = Spec.Count<WaveReading>("complete", "Complete?", w =>
        Cells.Dense(w.Outcome switch { InterviewOutcome.Complete => 2, InterviewOutcome.NotStarted => 0, _ => 1 }));

    public static ColumnSpec<FamilyReading> FamilyStatus { get; } = Spec.Count<FamilyReading>("complete", "Complete?", _ => Cells.Dense(2));

    /// <summary>A column as a field; words of a list become choices.</summary>
    public static RedcapField Field(string form, string name, Column column, string prefix) => new(form, name, TypeOf(column), column.Label)
    {
        Choices = column.Values.IsEmpty ? [] : [.. column.Values.Select(v => new RedcapChoice(v.Value, RedcapNames.Clean(v.Value), v.Label))],
        Validation = column.Type switch { ColumnType.Date => "date_ymd", ColumnType.Count => "integer", _ => "" },
        Annotation = "@READONLY",
        Columns = [new(name, prefix + column.Name)],
    };

    public static RedcapField Status(string form, string prefix) => new(form, $"{form}_complete", "dropdown", "Complete?") { Choices = Statuses, IsStatus = true, Columns = [new($"{form}_complete", $"{prefix}complete")] };

    private static string TypeOf(Column column) => column switch
    {
        { Type: ColumnType.Code, Values: [{ Value: "0" }, { Value: "1" }] } => "yesno",
        { Values.IsEmpty: false } => "dropdown",
        _ => "text",
    };
}
