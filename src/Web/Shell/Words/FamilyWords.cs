using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>What can be said of a family, in the words that people read.</summary>
public static class FamilyWords
{
    public static string Words(this Stage stage) => stage switch
    {
        Stage.Sampled => "Sampled",
        Stage.Screened => "Eligible",
        Stage.ScreenedOut => "Not eligible",
        Stage.Approached => "Approached",
        Stage.NotApproached => "Not approached",
        Stage.DeclinedContact => "Declined contact",
        Stage.AgreedToContact => "Agreed to contact",
        Stage.Consented => "Consented",
        _ => "Ended",
    };

    public static Tone Tone(this Stage stage) => stage switch
    {
        Stage.Consented => Components.Tone.Good,
        Stage.Sampled or Stage.Screened or Stage.Approached or Stage.AgreedToContact => Components.Tone.Waiting,
        Stage.DeclinedContact or Stage.NotApproached => Components.Tone.Attention,
        _ => Components.Tone.Neutral,
    };

    public static string Words(this EndReason reason) => reason switch
    {
        EndReason.FoundIneligible => "Found not eligible after enrolment",
        EndReason.Withdrew => "Withdrew from the study",
        EndReason.Died => "Died",
        EndReason.MovedOutOfScope => "Moved out of the study's area",
        _ => "Completed the study",
    };

    public static string Words(this FamilyLink link) => link.Kind switch
    {
        FamilyLinkKind.MergedFrom => "Merged into this one:",
        FamilyLinkKind.MergedInto => "Merged into",
        FamilyLinkKind.SplitFrom => "Left the household",
        _ => "Left this household:",
    };

    public static string Words(this ApproachBar bar) => bar switch
    {
        ApproachBar.WorkerDeclined => "The social worker declined to ask",
        ApproachBar.CaseClosed => "The case closed first",
        ApproachBar.Unsafe => "Not safe to ask",
        _ => "Another reason",
    };

    public static string Words(this ConsentScope scope) => scope switch
    {
        ConsentScope.Interview => "Being interviewed",
        ConsentScope.ChildInterview => "Interviewing a child",
        ConsentScope.CaseFile => "Reading the case file",
        ConsentScope.Teacher => "Asking the teacher",
        ConsentScope.Recording => "Recording the interview",
        ConsentScope.Linkage => "Linking to other records",
        ConsentScope.Recontact => "Being contacted again later",
        _ => "Archiving the data",
    };

    public static string Words(this WithdrawalExtent extent) => extent switch
    {
        WithdrawalExtent.NoFurtherContact => "No further contact",
        WithdrawalExtent.NoFurtherUse => "No further contact and no further use",
        _ => "Full erasure",
    };

    public static string Words(this CaseEventKind kind) => kind switch
    {
        CaseEventKind.Referral => "Referral",
        CaseEventKind.ReReferral => "Re-referral",
        CaseEventKind.Section47 => "Section 47 enquiry",
        CaseEventKind.ChildProtectionConference => "Child protection conference",
        CaseEventKind.PlanStarted => "Plan started",
        CaseEventKind.PlanEnded => "Plan ended",
        CaseEventKind.Removal => "Child removed from home",
        CaseEventKind.Return => "Child returned home",
        CaseEventKind.Closure => "Case closed",
        CaseEventKind.Adoption => "Child adopted",
        _ => "Death",
    };
}
