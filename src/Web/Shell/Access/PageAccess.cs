using System.Collections.Immutable;
using static SosLongitudinal.Study.Accounts.Roles;
using static SosLongitudinal.Web.Shell.Access.AccessRow;

namespace SosLongitudinal.Web.Shell.Access;

/// <summary>Who may open which page.</summary>
internal static class PageAccess
{
    public static readonly ImmutableArray<AccessRow> Rows =
    [
        // shell
        new("Home", All),
        Public("Health"),

        // accounts
        Public("Accounts/SignIn"),
        Public("Accounts/SignInAgain"),
        Public("Accounts/SetUp"),
        Public("Accounts/SignInCode"),
        Public("Accounts/Organisation"),
        new("Accounts/SignOut", All),
        new("Accounts/Own", All),
        new("Accounts/Authenticator", All),
        new("Accounts/Passkeys", All),
        new("Accounts/Tokens", All),
        new("Accounts/Password", All),
        new("Accounts/List", Administrator),
        new("Accounts/Add", Administrator),
        new("Accounts/Change", Administrator),
        new("Accounts/ResetSecondFactor", Administrator),
        new("Accounts/TokensOf", Administrator),
        new("Accounts/Require", Administrator),
        new("Accounts/History", Administrator | Auditor),

        // appointments
        Public("Calendar/Feed"),
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

        // reminders
        new("Reminders/List", Coordinator | Administrator | Auditor, Reach.OwnSites),
        new("Reminders/Terms", Administrator),

        // sheets to carry
        new("Sheets/List", Coordinator | Interviewer | Administrator | Auditor, Reach.OwnSites),
        new("Sheets/Print", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Sheets/Show", Coordinator | Interviewer | Administrator, Reach.OwnSites) { ShowsContactDetails = true },

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
        new("Instruments/EditSection", Administrator),
        new("Instruments/EditScale", Administrator),
        new("Instruments/EditBands", Administrator),
        new("Instruments/Translate", Administrator),
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
        new("Tray/Change", Researcher | Administrator, Reach.OwnSites),
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
        new("Analysis/Rates", Analyst | Coordinator | Administrator, Reach.OwnSites),
        new("Analysis/Table", Analyst | Administrator, Reach.OwnSites),

        // extracts
        new("Extracts/Choose", Analyst | Administrator, Reach.OwnSites),
        new("Extracts/Columns", Analyst | Administrator, Reach.OwnSites),
        new("Extracts/Program", Analyst | Administrator, Reach.OwnSites),

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
    ];
}
