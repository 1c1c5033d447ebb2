using System.Collections.Immutable;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Shell.Layout;

/// <summary>A task on the start page and, where it has a short name, in the navigation. Shown to those who may do it.</summary>
/// <param name="Task">Its row in the access table.</param>
public sealed record TaskLink(string Task, string Href, string Title, string Hint, string? Navigation = null)
{
    /// <summary>In the order in which they are shown.</summary>
    public static readonly ImmutableArray<TaskLink> All =
    [
        new("Fieldwork/Due", "/fieldwork/due", "Who is due", "Families by closing date, with what to do next.", "Due"),
        new("Fieldwork/Grid", Pages.Fieldwork.FieldworkLinks.Grid, "Forms of every family", "Family by wave by instrument: done, due, missing, lost."),
        new("Fieldwork/Progress", Pages.Fieldwork.FieldworkLinks.Progress, "Progress", "Done, booked, due, overdue and lost by site and interviewer."),
        new("Fieldwork/Plan", Pages.Fieldwork.FieldworkLinks.Plan, "Plan of the next weeks", "Book all due families of a site at once, as far as they can be."),
        new("Appointments/Agenda", Pages.Appointments.AppointmentsLinks.Agenda, "Appointments", "Who is met when and where, by day, site and interviewer."),
        new("Fieldwork/ToTry", Pages.Fieldwork.FieldworkLinks.ToTry, "To try next", "Families to call or visit, and those to be given up."),
        new("Reminders/List", Pages.Reminders.RemindersLinks.List, "Reminders", "What was sent to families, and what is to be."),
        new("Sheets/List", Pages.Sheets.SheetsLinks.List, "Sheets to carry", "Visit sheets, labels, day sheets; which of them are still out."),
        new("Vouchers/List", Pages.Vouchers.VouchersLinks.List, "Vouchers", "What was given at each site and wave, and what has no receipt yet."),
        new("FocusGroups/List", Pages.FocusGroups.FocusGroupsLinks.List, "Focus groups", "Groups and key-informant interviews: who is invited, what each site is short of."),
        new("Families/List", Pages.Families.FamiliesLinks.List, "Families", "Find a family, see where it stands, enter its forms.", "Families"),
        new("Families/Enrol", Pages.Families.FamiliesLinks.Enrol, "Enrol a family", "Take in a family from an authority's list."),
        new("Imports/Lists", Pages.Imports.ImportsLinks.Lists, "Import an authority's list", "Families, workers, allocations or case events from a CSV file, checked row by row first."),
        new("Consent/Checks", Pages.Consent.ConsentLinks.Checks, "Consent to check", "Parental responsibility, turning 16, assent, erasure."),
        new("Forms/Batch", Pages.Forms.FormsLinks.ChooseBatch, "Enter paper forms", "One form after another, by keyboard or scanner.", "Paper forms"),
        new("Forms/SecondEntries", Pages.Forms.FormsLinks.SecondEntries(), "Second entries", "Forms of the sample that somebody else enters again."),
        new("Forms/ToSettle", Pages.Forms.FormsLinks.ToSettle(), "Differences to settle", "What two entries of one form differ in."),
        new("Queries/List", Pages.Queries.QueriesLinks.List, "Queries", "Questions about answers that wait for somebody."),
        new("Papers/List", Pages.Forms.FormWorkLinks.Papers, "Where paper forms are", "What was sent, received, keyed, verified and boxed."),
        new("Tray/List", Pages.Tray.TrayLinks.List, "Unmatched forms", "Paper forms that came without an id."),
        new("Imports/Responses", Pages.Imports.ImportsLinks.Responses, "Import filled forms", "Take in many forms from a CSV file, checked row by row first."),
        new("Sites/List", "/sites", "Sites", "Bands, families and work at each site.", "Sites"),
        new("Workers/List", "/workers", "Social workers", "Caseloads, terms of employment, agency spells.", "Workers"),
        new("Quality/List", Pages.Quality.QualityLinks.List, "Quality", "What the quality rules find, to look at or set aside.", "Quality"),
        new("Analysis/Attrition", "/analysis/attrition", "Attrition", "Who was lost between two waves, and why.", "Attrition"),
        new("Analysis/WorkerChange", "/analysis/worker-change", "Worker change", "What a change of social worker goes with.", "Worker change"),
        new("Analysis/Agreement", Pages.Analysis.AnalysisLinks.Agreement, "Agreement", "Entry errors, and how far two coders agree."),
        new("Analysis/Rates", Pages.Analysis.AnalysisLinks.Rates, "Outcome rates", "Response, cooperation, refusal and contact at each wave."),
        new("Analysis/Table", Pages.Analysis.AnalysisLinks.Table, "Table for publication", "Counts of two columns with small ones taken out."),
        new("Extracts/Choose", "/extracts", "Extracts", "Data without names, as files for statistics programs.", "Extracts"),
        new("Releases/List", Pages.Releases.ReleasesLinks.List, "Releases", "Extracts that no longer change, with hashes, to cite and to make again."),
        new("Instruments/List", Pages.Instruments.InstrumentsLinks.List, "Instruments", "What is asked: versions, drafts, preview, paper forms.", "Instruments"),
        new("Design/Show", "/study", "The study", "Waves, cohorts, what is due for whom.", "Study"),
        new("Instruments/Import", Pages.Instruments.InstrumentsLinks.Import, "Bring in an instrument", "Draft a form from an XLSForm or a REDCap dictionary."),
        new("Accounts/List", "/accounts", "Accounts", "Who may sign in, what they may do and at which sites.", "Accounts"),
    ];

    /// <summary>The heading on the start page that the task stands under: by its room.</summary>
    public string Heading => Task == "Imports/Lists" ? "Fieldwork" : Task[..Task.IndexOf('/', StringComparison.Ordinal)] switch
    {
        "Forms" or "Queries" or "Papers" or "Tray" or "Imports" or "Quality" => "Forms",
        "Analysis" or "Extracts" or "Releases" => "Analysis",
        "Instruments" or "Design" or "Accounts" => "The study",
        _ => "Fieldwork",
    };

    public static IEnumerable<TaskLink> For(Person person) => All.Where(link => person.May(link.Task));
}
