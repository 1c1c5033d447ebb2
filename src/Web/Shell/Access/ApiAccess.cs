using System.Collections.Immutable;
using static SosLongitudinal.Study.Accounts.Roles;
using static SosLongitudinal.Web.Shell.Access.AccessRow;

namespace SosLongitudinal.Web.Shell.Access;

/// <summary>Who may use which endpoint of the API.</summary>
internal static class ApiAccess
{
    public static readonly ImmutableArray<AccessRow> Rows =
    [
        // shell
        Public("Api/Document"),

        // accounts
        Public("Api/Tokens/Issue"),
        new("Api/Tokens/Own", All),
        new("Api/Tokens/RevokeOwn", All),
        new("Api/Tokens/List", Administrator),
        new("Api/Tokens/Revoke", Administrator),
        new("Api/Accounts/Own", All),
        new("Api/Accounts/List", Administrator),
        new("Api/Accounts/ResetSecondFactor", Administrator),
        new("Api/Study/SecondFactor", Administrator),

        // study
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

        // families
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

        // forms
        new("Api/Forms/Enter", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Api/Forms/Read", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Forms/NotAchieved", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Api/Forms/EnterSecond", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Api/Forms/Differences", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Forms/Settle", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Forms/DoubleEntry", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),

        // imports
        new("Api/Imports/Responses", Researcher | Administrator, Reach.OwnSites),
        new("Api/Imports/Redcap", Administrator),
        new("Api/Imports/Families", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Imports/Workers", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Imports/Allocations", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Imports/CaseEvents", Coordinator | Administrator, Reach.OwnSites),

        // forms about workers and sites
        new("Api/Workers/EnterForm", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Api/Workers/ReadForm", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Sites/EnterForm", Coordinator | Interviewer | Researcher | Administrator, Reach.OwnSites),
        new("Api/Sites/ReadForm", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),

        // work on forms
        new("Api/Forms/Edit", Researcher | Administrator, Reach.OwnSites),
        new("Api/Forms/History", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Forms/Move", Researcher | Administrator, Reach.OwnSites),
        new("Api/Forms/Lock", Administrator, Reach.OwnSites),
        new("Api/Forms/NotePaper", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Drafts/List", Coordinator | Interviewer | Researcher | Administrator),
        new("Api/Drafts/Forget", Coordinator | Interviewer | Researcher | Administrator),
        new("Api/Papers/List", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Queries/List", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Queries/Write", Researcher | Administrator, Reach.OwnSites),
        new("Api/Tray/List", Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Tray/Key", Researcher | Administrator, Reach.OwnSites),
        new("Api/Tray/Match", Researcher | Administrator, Reach.OwnSites),
        new("Api/Tray/Discard", Researcher | Administrator, Reach.OwnSites),
        new("Api/Study/Freeze", Administrator),

        // quality
        new("Api/Quality/Hits", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Quality/Run", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Quality/Dismiss", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Quality/Rules", Administrator),

        // workers
        new("Api/Workers/List", Coordinator | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/Workers/Register", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Workers/Change", Coordinator | Administrator, Reach.OwnSites),
        new("Api/Workers/Reassign", Coordinator | Administrator, Reach.OwnSites),

        // appointments
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

        // reminders
        new("Api/Reminders/Read", Coordinator | Administrator | Auditor, Reach.OwnSites),
        new("Api/Reminders/Set", Administrator),
        new("Api/Reminders/Run", Administrator),

        // sheets to carry
        new("Api/Sheets/List", Coordinator | Interviewer | Administrator | Auditor, Reach.OwnSites),
        new("Api/Sheets/Print", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/Sheets/Show", Coordinator | Interviewer | Administrator, Reach.OwnSites) { ShowsContactDetails = true },
        new("Api/Sheets/End", Coordinator | Interviewer | Administrator, Reach.OwnSites),

        // focus groups
        new("Api/FocusGroups/List", Coordinator | Interviewer | Researcher | Administrator | Auditor, Reach.OwnSites),
        new("Api/FocusGroups/Plan", Coordinator | Administrator, Reach.OwnSites),
        new("Api/FocusGroups/Invite", Coordinator | Administrator, Reach.OwnSites),
        new("Api/FocusGroups/Attendance", Coordinator | Interviewer | Administrator, Reach.OwnSites),
        new("Api/FocusGroups/Transcript", Coordinator | Researcher | Administrator, Reach.OwnSites),
        new("Api/Study/GroupTargets", Administrator),

        // analysis
        new("Api/Analysis/Agreement", Analyst | Coordinator | Administrator, Reach.OwnSites),
        new("Api/Fieldwork/Progress", Coordinator | Administrator | Auditor, Reach.OwnSites),
        new("Api/Analysis/Table", Analyst | Administrator, Reach.OwnSites),
        new("Api/Analysis/Rates", Analyst | Coordinator | Administrator, Reach.OwnSites),

        // extracts
        new("Api/Extracts/Changes", Analyst | Administrator, Reach.OwnSites),
        new("Api/Extracts/Codebook", Analyst | Administrator, Reach.OwnSites),
        new("Api/Extracts/Columns", Analyst | Administrator, Reach.OwnSites),
        new("Api/Extracts/Download", Analyst | Administrator, Reach.OwnSites),
        new("Api/Extracts/Recipe", Analyst | Administrator, Reach.OwnSites),
        new("Api/Redcap/Read", Analyst | Administrator, Reach.OwnSites),

        // releases
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
}
