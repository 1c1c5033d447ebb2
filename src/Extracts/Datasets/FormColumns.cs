using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>What a row says of the form it was read from, apart from the answers.</summary>
internal static class FormColumns
{
    public static ColumnSpec<FormReading> Subject { get; } = Spec.Id<FormReading>("subject", "Whom the form is about", f => f.Form?.Place.Subject.ToString() ?? "");

    public static ColumnSpec<FormReading> Respondent { get; } = Spec.Id<FormReading>("respondent", "Who answered", f => f.Form?.Place.Respondent.ToString() ?? "");

    public static ColumnSpec<FormReading> RespondentRole { get; } = Spec.Words<FormReading>("respondent_role", "What the respondent is to the child", RoleWords, Role);

    public static ColumnSpec<FormReading> Instrument { get; } = Spec.Text<FormReading>("instrument", "Instrument", f => f.Form is { } form ? form.Place.Instrument.Text : f.Missing);

    public static ColumnSpec<FormReading> Version { get; } = Spec.Count<FormReading>("instrument_version", "Version of the instrument", f => f.Form is { } form ? Cells.Dense(form.InstrumentVersion) : Cells.Dense(f.Missing));

    public static ColumnSpec<FormReading> CompletedOn { get; } = Spec.Date<FormReading>("completed_on", "Form filled in on", f => f.Form is { } form ? Cells.Day(form.CompletedOn) : Cells.Day(f.Missing));

    public static ColumnSpec<FormReading> Mode { get; } = Spec.Words<FormReading>("mode", "How it was filled in", EnumWords<FormMode>.All, f => f.Form is { } form ? Cells.Word((int)form.Mode) : Cells.Word(f.Missing));

    public static ColumnSpec<FormReading> Language { get; } = Spec.Text<FormReading>("language", "Language of the form", f => f.Form is { } form ? LanguageTag.Of(form.Language) : f.Missing);

    public static ColumnSpec<FormReading> Flags { get; } = Spec.Text<FormReading>("form_flags", "What stands out about the form", f => f.Form is not { } form ? f.Missing : form.Flags.IsEmpty ? "none" : FlagWords(form));

    /// <summary>Whole years on the form's own date; in the birth month the older of the two.</summary>
    public static ColumnSpec<FormReading> Age { get; } = Spec.Count<FormReading>("subject_age", "Age in whole years on the form's date", f =>
        f.Form is not { } form ? Cells.Dense(f.Missing)
        : f.Subject?.Birth is { } born ? Cells.Dense(born.AgeOn(form.CompletedOn).Most)
        : Cells.Dense(f.Subject is { Role: MemberRole.Child } ? MissingReason.NotStated : MissingReason.NotApplicable));

    public static ColumnSpec<FormReading> Sex { get; } = Spec.Words<FormReading>("subject_sex", "Sex of the subject", EnumWords<Sex>.All, f =>
        f.Form is null ? Cells.Word(f.Missing) : f.Subject is { } subject ? Cells.Word((int)subject.Sex) : Cells.Word(MissingReason.NotApplicable));

    /// <summary>Whether there is a form, or why not: the one column that tells empty cells apart where a file leaves them empty.</summary>
    public static ColumnSpec<FormReading> Status { get; } = Spec.Words<FormReading>("status", "Form: done, or why not", StatusWords, f => Cells.Word(f.Form is null ? 1 + (int)f.Missing : 0));

    /// <summary>How the form stands in double entry; asked for only where the design declares a share.</summary>
    public static ColumnSpec<FormReading> Second { get; } = Spec.Words<FormReading>("second", "Second entry of the form", EnumWords<SecondStatus>.All, f =>
        f.Form is { } form ? Cells.Word((int)f.Reading.SecondStatusOf(form)) : Cells.Word(f.Missing));

    /// <summary>The column of double entry, where a share of some of these instruments is declared.</summary>
    public static IEnumerable<ColumnSpec<FormReading>> SecondOf(StudyDesign design, IEnumerable<InstrumentDefinition> instruments) =>
        instruments.Any(i => design.DoubleEntry.Any(s => s.Instrument == i.Id)) ? [Second] : [];

    private static IReadOnlyList<string> RoleWords => [.. EnumWords<MemberRole>.All, "case-file"];

    private static IReadOnlyList<string> StatusWords => ["done", .. MissingReasons.All.Select(r => r.Name())];

    private static int Role(FormReading form) =>
        form.Form is null ? Cells.Word(form.Missing)
        : form.Form.Place.Respondent == Party.CaseFile ? Cells.Word(RoleWordCount)
        : form.Respondent is { } member ? Cells.Word((int)member.Role) : Cells.Word(MissingReason.DontKnow);

    private static readonly int RoleWordCount = EnumWords<MemberRole>.All.Count;

    private static string FlagWords(Form form) => string.Join(' ', form.Flags.Order().Select(EnumWords<FormFlag>.Of));
}
