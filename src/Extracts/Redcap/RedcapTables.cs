using System.Collections.Immutable;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>A small table of texts, each row as long as the heading.</summary>
public sealed record RedcapTable(ImmutableArray<string> Columns, IEnumerable<string[]> Rows);

/// <summary>What a project says of itself: its dictionary, events and forms, under the headings of REDCap's interface.</summary>
public static class RedcapTables
{
    public static RedcapTable Metadata(RedcapProject project, IReadOnlyCollection<string> fields, IReadOnlyCollection<string> forms) => new(
        [
            "field_name", "form_name", "section_header", "field_type", "field_label", "select_choices_or_calculations", "field_note", "text_validation_type_or_show_slider_number", "text_validation_min",
            "text_validation_max", "identifier", "branching_logic", "required_field", "custom_alignment", "question_number", "matrix_group_name", "matrix_ranking", "field_annotation",
        ],
        project.Fields.Where(f => !f.IsStatus && ((fields.Count == 0 && forms.Count == 0) || fields.Contains(f.Name) || forms.Contains(f.Form))).Select(f => new[]
        {
            f.Name, f.Form, f.Section, f.Type, f.Label, f.ChoiceText, f.Note, f.Validation, f.Min, f.Max, f.Identifies ? "y" : "", f.Branching, f.Required ? "y" : "", "", f.Number, "", "", f.Annotation,
        }));

    public static RedcapTable ExportFieldNames(RedcapProject project, string field) => new(
        ["original_field_name", "choice_value", "export_field_name"],
        project.Fields.Where(f => field.Length == 0 || f.Name == field).SelectMany(f => f.Columns.Select(c => new[] { f.Name, c.Choice?.Code ?? "", c.Export })));

    public static RedcapTable Instruments(RedcapProject project) => new(["instrument_name", "instrument_label"], project.Forms.Select(f => new[] { f.Name, f.Label }));

    public static RedcapTable Events(RedcapProject project) => new(
        ["event_name", "arm_num", "unique_event_name", "custom_event_label", "event_id"],
        project.Events.Select((e, i) => new[] { e.Name, "1", e.Unique, "", Number(i + 1) }));

    public static RedcapTable Arms(RedcapProject project) => new(["arm_num", "name"], [["1", project.Title]]);

    public static RedcapTable FormEvents(RedcapProject project) => new(
        ["arm_num", "unique_event_name", "form"],
        project.Events.SelectMany((e, i) => project.Forms.Where(f => f.Waves.Contains(i)).Select(f => new[] { "1", e.Unique, f.Name })));

    public static RedcapTable Repeating(RedcapProject project) => new(
        ["event_name", "form_name", "custom_form_label"],
        project.Events.SelectMany((e, i) => project.Forms.Where(f => f.Repeats && f.Waves.Contains(i)).Select(f => new[] { e.Unique, f.Name, $"[{f.Fields[0].Name}]" })));

    /// <param name="sites">Code and name of each site that may be seen.</param>
    public static RedcapTable Groups(IEnumerable<(string Code, string Name)> sites) => new(
        ["data_access_group_name", "unique_group_name", "data_access_group_id"], sites.Select((s, i) => new[] { s.Name, RedcapNames.Clean(s.Code), Number(i + 1) }));

    /// <param name="openedOn">As <c>2026-03-04 00:00:00</c>.</param>
    public static RedcapTable Project(RedcapProject project, string openedOn) => new(
        [
            "project_id", "project_title", "creation_time", "production_time", "in_production", "project_language", "purpose", "purpose_other", "project_notes", "custom_record_label", "secondary_unique_field",
            "is_longitudinal", "has_repeating_instruments_or_events", "surveys_enabled", "scheduling_enabled", "record_autonumbering_enabled", "randomization_enabled", "ddp_enabled", "project_irb_number",
            "project_grant_number", "project_pi_firstname", "project_pi_lastname", "display_today_now_button", "missing_data_codes", "external_modules", "bypass_branching_erase_field_prompt",
        ],
        [[
            "1", project.Title, openedOn, openedOn, "1", "English", "2", "", project.Synthetic ? "Synthetic: made up from a seed, evidence of nothing." : "", "", "",
            "1", "1", "0", "0", "0", "0", "0", "", "", "", "", "1", "", "", "0",
        ]]);

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
