using System.Collections.Frozen;
using System.Collections.Immutable;
using static SosLongitudinal.Study.Accounts.Roles;
using static SosLongitudinal.Web.Shell.Access.AccessRow;

namespace SosLongitudinal.Web.Shell.Access;

/// <summary>Who may do what: the one table. What is not listed cannot be reached, and the program does not start with a page or endpoint that is not.</summary>
public static class AccessTable
{
    public static readonly ImmutableArray<AccessRow> Rows =
    [
        // shell
        new("Home", All),
        Public("Health"),
        Public("Api/Document"),

        // accounts
        Public("Accounts/SignIn"),
        Public("Accounts/SignInAgain"),
        Public("Accounts/SetUp"),
        Public("Api/Tokens/Issue"),
        new("Accounts/SignOut", All),
        new("Accounts/Password", All),
        new("Accounts/List", Administrator),
        new("Accounts/Add", Administrator),
        new("Accounts/Change", Administrator),

        // API: study
        new("Api/Study/Read", All),
        new("Api/Study/Waves", Administrator),
        new("Api/Study/DoubleEntry", Administrator),
        new("Api/Sites/List", All, Reach.OwnSites),
        new("Api/Instruments/List", All),
        new("Api/Instruments/Read", All),
        new("Api/Instruments/Evaluate", All),
        new("Api/Instruments/Run", Researcher | Administrator),
        new("Api/Instruments/Draft", Administrator),
        new("Api/Instruments/Compare", Administrator),
        new("Api/Instruments/Publish", Administrator),
        new("Api/Instruments/InForce", Administrator),
        new("Api/Instruments/Links", Administrator),
        new("Api/Instruments/Cases", Administrator),
        new("Api/Instruments/Import", Administrator),
        new("Api/Instruments/XlsForm", All),

        // API: families
        new("Api/Families/Enrol", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Families/List", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Families/Read", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Families/Stages", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Families/Consents", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Families/Members", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Families/Erasures", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Families/Merge", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Families/Split", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Families/StrikeEvent", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Study/Eligibility", Administrator),
        new("Api/Study/Sample", Administrator),
        new("Api/Consent/Checks", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Families/TwoPerson", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Families/Moves", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Families/Workers", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Families/Events", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Families/Interviews", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Api/Families/Assignments", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Families/Dispositions", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Attempts/Read", Coordinator | Interviewer | Administrator | Auditor, Reach.OwnSites),
        new("Api/Attempts/Record", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Attempts/Strike", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Attempts/ToTry", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Study/ContactProtocol", Administrator),
        new("Api/Contacts/View", Coordinator | Interviewer | Administrator, Reach.OwnSites) { ShowsContactDetails = true },
        new("Api/Contacts/Record", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Vouchers/List", Coordinator | Administrator | Auditor, Reach.OwnSites),
        new("Api/Vouchers/Give", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Vouchers/Void", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Safeguarding/List", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Safeguarding/Record", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Safeguarding/Read", Coordinator | Interviewer | Administrator, Reach.OwnSites) { ShowsContactDetails = true },
        new("Api/Safeguarding/Watch", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Tracing/Read", Coordinator | Interviewer | Administrator | Auditor, Reach.OwnSites),
        new("Api/Tracing/Record", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Tracing/Strike", Coordinator | Administrator, Reach.OwnSites),

        // API: forms
        new("Api/Forms/Enter", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Api/Forms/Read", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Forms/NotAchieved", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Api/Forms/EnterSecond", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Api/Forms/Differences", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Forms/Settle", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Forms/DoubleEntry", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),

        // API: imports
        new("Api/Imports/Responses", Researcher | Administrator, Reach.OwnSites),
        new("Api/Imports/Redcap", Administrator),
        new("Api/Imports/Families", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Imports/Workers", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Imports/Allocations", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Imports/CaseEvents", Coordinator | Administrator, Reach.OwnSites),

        // API: forms about workers and sites
        new("Api/Workers/EnterForm", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Api/Workers/ReadForm", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Sites/EnterForm", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Api/Sites/ReadForm", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),

        // API: work on forms
        new("Api/Forms/Edit", Researcher | Administrator, Reach.OwnSites),
        new("Api/Forms/History", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Forms/Move", Researcher | Administrator, Reach.OwnSites),
        new("Api/Forms/Lock", Administrator, Reach.OwnSites),
        new("Api/Forms/NotePaper", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Papers/List", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Queries/List", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Queries/Write", Researcher | Administrator, Reach.OwnSites),
        new("Api/Tray/List", Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Tray/Key", Researcher | Administrator, Reach.OwnSites),
        new("Api/Tray/Match", Researcher | Administrator, Reach.OwnSites),
        new("Api/Tray/Discard", Researcher | Administrator, Reach.OwnSites),
        new("Api/Study/Freeze", Administrator),

        // API: quality
        new("Api/Quality/Hits", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Quality/Run", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Quality/Dismiss", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Quality/Rules", Administrator),

        // API: workers
        new("Api/Workers/List", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Workers/Register", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Workers/Change", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Workers/Reassign", Coordinator | Administrator, Reach.OwnSites),

        // API: appointments
        new("Api/Appointments/List", Coordinator | Interviewer | Administrator | Auditor, Reach.OwnSites),
        new("Api/Appointments/Book", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Appointments/Offer", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Appointments/Plan", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Appointments/Outcome", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Appointments/CheckIn", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Appointments/Raise", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Roster/Read", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Roster/Set", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Roster/Feed", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        Public("Calendar/Feed"),

        // API: reminders
        new("Api/Reminders/Read", Coordinator | Administrator | Auditor, Reach.OwnSites),
        new("Api/Reminders/Set", Administrator),
        new("Api/Reminders/Run", Administrator),

        // reminders
        new("Reminders/List", Coordinator | Administrator | Auditor, Reach.OwnSites),
        new("Reminders/Terms", Administrator),

        // API: sheets to carry
        new("Api/Sheets/List", Coordinator | Interviewer | Administrator | Auditor, Reach.OwnSites),
        new("Api/Sheets/Print", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Sheets/Show", Coordinator | Interviewer | Administrator, Reach.OwnSites) { ShowsContactDetails = true },
        new("Api/Sheets/End", Coordinator | Interviewer | Administrator, Reach.OwnSites),

        // sheets to carry
        new("Sheets/List", Coordinator | Interviewer | Administrator | Auditor, Reach.OwnSites),
        new("Sheets/Print", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Sheets/Show", Coordinator | Interviewer | Administrator, Reach.OwnSites) { ShowsContactDetails = true },

        // API: focus groups
        new("Api/FocusGroups/List", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/FocusGroups/Plan", Coordinator | Administrator, Reach.OwnSites),
        new("Api/FocusGroups/Invite", Coordinator | Administrator, Reach.OwnSites),
        new("Api/FocusGroups/Attendance", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/FocusGroups/Transcript", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Study/GroupTargets", Administrator),

        // focus groups
        new("FocusGroups/List", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("FocusGroups/Show", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("FocusGroups/Plan", Coordinator | Administrator, Reach.OwnSites),
        new("FocusGroups/ChangePlan", Coordinator | Administrator, Reach.OwnSites),
        new("FocusGroups/Book", Coordinator | Administrator, Reach.OwnSites),
        new("FocusGroups/Cancel", Coordinator | Administrator, Reach.OwnSites),
        new("FocusGroups/Invite", Coordinator | Administrator, Reach.OwnSites),
        new("FocusGroups/Replies", Coordinator | Administrator, Reach.OwnSites),
        new("FocusGroups/Attendance", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("FocusGroups/Transcript", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("FocusGroups/Close", Coordinator | Administrator, Reach.OwnSites),
        new("FocusGroups/Targets", Administrator),

        // appointments
        new("Appointments/Agenda", Coordinator | Interviewer | Administrator | Auditor, Reach.OwnSites),
        new("Appointments/Calendar", Coordinator | Interviewer | Administrator | Auditor, Reach.OwnSites),
        new("Appointments/Book", Coordinator | Administrator, Reach.OwnSites),
        new("Appointments/Offer", Coordinator | Administrator, Reach.OwnSites),
        new("Appointments/Move", Coordinator | Administrator, Reach.OwnSites),
        new("Appointments/Second", Coordinator | Administrator, Reach.OwnSites),
        new("Appointments/Cancel", Coordinator | Administrator, Reach.OwnSites),
        new("Appointments/Outcome", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Appointments/CheckIn", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Appointments/SafeReturn", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Appointments/Roster", Coordinator | Administrator, Reach.OwnSites),
        new("Appointments/Hours", Coordinator | Administrator, Reach.OwnSites),
        new("Appointments/Away", Coordinator | Administrator, Reach.OwnSites),
        new("Appointments/AddRoom", Coordinator | Administrator, Reach.OwnSites),
        new("Appointments/Room", Coordinator | Administrator, Reach.OwnSites),
        new("Appointments/Feed", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Appointments/RoomFeed", Coordinator | Administrator, Reach.OwnSites),

        // fieldwork
        new("Fieldwork/Due", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Fieldwork/Plan", Coordinator | Administrator, Reach.OwnSites),
        new("Fieldwork/Quick", Coordinator | Interviewer | Administrator, Reach.OwnSites) { ShowsContactDetails = true },
        new("Fieldwork/Grid", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Fieldwork/Progress", Coordinator | Administrator | Auditor, Reach.OwnSites),
        new("Fieldwork/ToTry", Coordinator | Interviewer | Administrator, Reach.OwnSites),

        // sites
        new("Sites/List", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Sites/Show", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Sites/Add", Administrator),
        new("Sites/SetBand", Administrator, Reach.OwnSites),
        new("Sites/EnterForm", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Sites/ShowForm", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),

        // workers
        new("Workers/List", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Workers/Show", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Workers/Register", Coordinator | Administrator, Reach.OwnSites),
        new("Workers/ChangeEmployment", Coordinator | Administrator, Reach.OwnSites),
        new("Workers/Leave", Coordinator | Administrator, Reach.OwnSites),
        new("Workers/ChangeTeam", Coordinator | Administrator, Reach.OwnSites),
        new("Workers/Reassign", Coordinator | Administrator, Reach.OwnSites),
        new("Workers/EnterForm", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Workers/ShowForm", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),

        // design
        new("Design/Show", All),
        new("Design/AddWave", Administrator),
        new("Design/DoubleEntry", Administrator),
        new("Design/Freeze", Administrator),
        new("Design/ContactProtocol", Administrator),
        new("Design/Eligibility", Administrator),
        new("Design/Sample", Administrator),
        new("Design/Open", Administrator),

        // instruments
        new("Instruments/List", Researcher | Administrator | Auditor),
        new("Instruments/Show", Researcher | Administrator | Auditor),
        new("Instruments/Preview", Researcher | Administrator),
        new("Instruments/Print", Researcher | Administrator),
        new("Instruments/New", Administrator),
        new("Instruments/Draft", Administrator),
        new("Instruments/EditItem", Administrator),
        new("Instruments/AddItem", Administrator),
        new("Instruments/Compare", Administrator),
        new("Instruments/Publish", Administrator),
        new("Instruments/PutInForce", Administrator),
        new("Instruments/Concordance", Administrator),
        new("Instruments/Cases", Administrator),
        new("Instruments/Import", Administrator),

        // families
        new("Families/List", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Families/Show", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Families/Enrol", Coordinator | Administrator, Reach.OwnSites),
        new("Families/RecordStage", Coordinator | Administrator, Reach.OwnSites),
        new("Families/RecordConsent", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Families/Withdraw", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Families/RecordAssent", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Families/CheckResponsibility", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Families/Erase", Coordinator | Administrator, Reach.OwnSites),
        new("Families/EraseContact", Coordinator | Administrator, Reach.OwnSites),
        new("Families/End", Coordinator | Administrator, Reach.OwnSites),
        new("Families/AddMember", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Families/CorrectMember", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Families/Merge", Coordinator | Administrator, Reach.OwnSites),
        new("Families/Split", Coordinator | Administrator, Reach.OwnSites),
        new("Families/StrikeCaseEvent", Coordinator | Administrator, Reach.OwnSites),
        new("Families/TwoPerson", Coordinator | Administrator, Reach.OwnSites),
        new("Families/RecordMove", Coordinator | Administrator, Reach.OwnSites),
        new("Families/RecordWorkerChange", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Families/RecordCaseEvent", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Families/AssignInterviewer", Coordinator | Administrator, Reach.OwnSites),
        new("Families/RecordInterview", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Families/RecordDisposition", Coordinator | Administrator, Reach.OwnSites),
        new("Families/Attempts", Coordinator | Interviewer | Administrator, Reach.OwnSites) { ShowsContactDetails = true },
        new("Families/StrikeAttempt", Coordinator | Administrator, Reach.OwnSites),
        new("Families/Trace", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Families/StrikeTracing", Coordinator | Administrator, Reach.OwnSites),
        new("Families/Contact", Coordinator | Interviewer | Administrator, Reach.OwnSites) { ShowsContactDetails = true },

        // vouchers
        new("Vouchers/List", Coordinator | Administrator | Auditor, Reach.OwnSites),
        new("Vouchers/Give", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Vouchers/Show", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Vouchers/Void", Coordinator | Administrator, Reach.OwnSites),

        // disclosures of harm
        new("Safeguarding/List", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Safeguarding/Record", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Safeguarding/Show", Coordinator | Interviewer | Administrator, Reach.OwnSites) { ShowsContactDetails = true },

        // consent
        new("Consent/Checks", Coordinator | Interviewer | Administrator, Reach.OwnSites),

        // forms
        new("Forms/Enter", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Entry/Drafts", Coordinator | Interviewer | Researcher | Administrator),
        new("Forms/Batch", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Forms/Show", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Forms/MarkNotAchieved", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Forms/EnterSecond", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Forms/Settle", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Forms/SecondEntries", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Forms/ToSettle", Coordinator | Researcher | Administrator, Reach.OwnSites),

        // work on forms
        new("Forms/Edit", Researcher | Administrator, Reach.OwnSites),
        new("Forms/Move", Researcher | Administrator, Reach.OwnSites),
        new("Forms/MoveFamily", Researcher | Administrator, Reach.OwnSites),
        new("Forms/Lock", Administrator, Reach.OwnSites),
        new("Forms/NotePaper", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Papers/List", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),

        // queries
        new("Queries/List", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Queries/Show", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Queries/Open", Researcher | Administrator, Reach.OwnSites),
        new("Queries/Remark", Researcher | Administrator, Reach.OwnSites),

        // forms without a family
        new("Tray/List", Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Tray/Key", Researcher | Administrator, Reach.OwnSites),
        new("Tray/Match", Researcher | Administrator, Reach.OwnSites),
        new("Tray/Discard", Researcher | Administrator, Reach.OwnSites),

        // imports
        new("Imports/Lists", Coordinator | Administrator, Reach.OwnSites),
        new("Imports/Responses", Researcher | Administrator, Reach.OwnSites),

        // quality
        new("Quality/List", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Quality/Dismiss", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Quality/Rules", Administrator),

        // analysis
        new("Analysis/Attrition", Analyst | Administrator, Reach.OwnSites),
        new("Analysis/WorkerChange", Analyst | Administrator, Reach.OwnSites),
        new("Analysis/Agreement", Analyst | Coordinator | Administrator, Reach.OwnSites),
        new("Api/Analysis/Agreement", Analyst | Coordinator | Administrator, Reach.OwnSites),
        new("Analysis/Rates", Analyst | Coordinator | Administrator, Reach.OwnSites),
        new("Api/Fieldwork/Progress", Coordinator | Administrator | Auditor, Reach.OwnSites),
        new("Analysis/Table", Analyst | Administrator, Reach.OwnSites),
        new("Api/Analysis/Table", Analyst | Administrator, Reach.OwnSites),
        new("Api/Analysis/Rates", Analyst | Coordinator | Administrator, Reach.OwnSites),

        // extracts
        new("Extracts/Choose", Analyst | Administrator, Reach.OwnSites),
        new("Extracts/Columns", Analyst | Administrator, Reach.OwnSites),
        new("Extracts/Program", Analyst | Administrator, Reach.OwnSites),
        new("Api/Extracts/Changes", Analyst | Administrator, Reach.OwnSites),
        new("Api/Extracts/Codebook", Analyst | Administrator, Reach.OwnSites),
        new("Api/Extracts/Columns", Analyst | Administrator, Reach.OwnSites),
        new("Api/Extracts/Download", Analyst | Administrator, Reach.OwnSites),
        new("Api/Extracts/Recipe", Analyst | Administrator, Reach.OwnSites),
        new("Api/Redcap/Read", Analyst | Administrator, Reach.OwnSites),

        // releases
        new("Releases/List", Analyst | Administrator | Auditor, Reach.OwnSites),
        new("Releases/Show", Analyst | Administrator | Auditor, Reach.OwnSites),
        new("Releases/Make", Analyst | Administrator, Reach.OwnSites),
        new("Releases/Finish", Analyst | Administrator, Reach.OwnSites),
        new("Releases/Texts", Administrator, Reach.OwnSites),
        new("Releases/Compare", Analyst | Administrator, Reach.OwnSites),
        new("Releases/Remake", Analyst | Administrator, Reach.OwnSites),
        new("Releases/Approve", Analyst | Administrator, Reach.OwnSites),
        new("Releases/Readers", Administrator, Reach.OwnSites),
        new("Api/Releases/List", Analyst | Administrator | Auditor, Reach.OwnSites),
        new("Api/Releases/Read", Analyst | Administrator | Auditor, Reach.OwnSites),
        new("Api/Releases/Make", Analyst | Administrator, Reach.OwnSites),
        new("Api/Releases/Texts", Administrator, Reach.OwnSites),
        new("Api/Releases/Unfinished", Analyst | Administrator, Reach.OwnSites),
        new("Api/Releases/Resume", Analyst | Administrator, Reach.OwnSites),
        new("Api/Releases/GiveUp", Analyst | Administrator, Reach.OwnSites),
        new("Api/Releases/Download", Analyst | Administrator, Reach.OwnSites),
        new("Api/Releases/Remake", Analyst | Administrator, Reach.OwnSites),
        new("Api/Releases/Withdrawals", Analyst | Administrator | Auditor, Reach.OwnSites),
        new("Api/Releases/Compare", Analyst | Administrator, Reach.OwnSites),
        new("Api/Releases/Readers", Administrator),
        new("Api/Releases/Approve", Analyst | Administrator, Reach.OwnSites),
    ];

    private static readonly FrozenDictionary<string, AccessRow> ByTask = Rows.ToFrozenDictionary(r => r.Task, StringComparer.OrdinalIgnoreCase);

    public static AccessRow? Find(string task) => ByTask.GetValueOrDefault(task);

    public static AccessRow Of(string task) => Find(task) ?? throw new InvalidOperationException($"The task '{task}' has no row in the access table.");
}
