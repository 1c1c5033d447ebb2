using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>From the authority's list to the end of a family's part. Every command answers the family as it then stands.</summary>
[GrainInterfaceType("sos.family-enrolment")]
public interface IFamilyEnrolment : IGrainWithStringKey
{
    [Alias("enrol")] Task<Decision<FamilyState>> Enrol(Enrolment enrolment, Stamp stamp);
    [Alias("screen")] Task<Decision<FamilyState>> Screen(bool eligible, DateOnly on, Stamp stamp);
    [Alias("approach")] Task<Decision<FamilyState>> Approach(string approacher, DateOnly on, Stamp stamp);
    [Alias("do-not-approach")] Task<Decision<FamilyState>> DoNotApproach(ApproachBar bar, string decider, DateOnly on, Stamp stamp);
    [Alias("agree-to-contact")] Task<Decision<FamilyState>> AgreeToContact(DateOnly on, Stamp stamp);
    [Alias("decline-contact")] Task<Decision<FamilyState>> DeclineContact(DateOnly on, Stamp stamp);
    [Alias("consent")] Task<Decision<FamilyState>> Consent(ConsentScope scope, MemberId? about, string givenBy, DateOnly on, Stamp stamp);
    [Alias("withdraw")] Task<Decision<FamilyState>> Withdraw(ImmutableArray<ConsentScope> scopes, WithdrawalExtent extent, DateOnly from, Stamp stamp);
    /// <summary>One member's own withdrawal; what the family gave for the others stands.</summary>
    [Alias("withdraw-about")] Task<Decision<FamilyState>> WithdrawAbout(MemberId member, ImmutableArray<ConsentScope> scopes, WithdrawalExtent extent, DateOnly from, Stamp stamp);
    [Alias("end")] Task<Decision<FamilyState>> End(EndReason reason, DateOnly on, Stamp stamp);
}

/// <summary>Who belongs to the family, and where it lives.</summary>
[GrainInterfaceType("sos.family-members")]
public interface IFamilyMembers : IGrainWithStringKey
{
    [Alias("join")] Task<Decision<FamilyState>> Join(ImmutableArray<NewMember> members, Stamp stamp);
    [Alias("leave")] Task<Decision<FamilyState>> Leave(MemberId member, PartialDate on, Stamp stamp);
    [Alias("correct")] Task<Decision<FamilyState>> Correct(MemberId member, BirthMonth? birth, Sex sex, Stamp stamp);
    [Alias("take-role")] Task<Decision<FamilyState>> TakeRole(MemberId member, MemberRole role, PartialDate on, Stamp stamp);
    /// <summary>By the design's rule where nobody is named.</summary>
    [Alias("choose-index-child")] Task<Decision<FamilyState>> ChooseIndexChild(MemberId? named, Stamp stamp);
    [Alias("move")] Task<Decision<FamilyState>> Move(SiteCode to, PartialDate on, Stamp stamp);
}

/// <summary>Who holds the case and what happens in it.</summary>
[GrainInterfaceType("sos.family-case")]
public interface IFamilyCase : IGrainWithStringKey
{
    [Alias("allocate")] Task<Decision<FamilyState>> Allocate(CaseHolder holder, PartialDate from, string source, DateOnly? knownTo, Stamp stamp);
    /// <summary>From the worker who holds it to another; <paramref name="to"/> of <c>null</c>: nobody for now.</summary>
    [Alias("reassign")] Task<Decision<FamilyState>> Reassign(WorkerId from, WorkerId? to, DateOnly on, string source, Stamp stamp);
    [Alias("record-event")] Task<Decision<FamilyState>> RecordEvent(CaseEventKind happened, PartialDate on, MemberId? child, string source, Stamp stamp);
    /// <summary>Strikes out an event that was recorded in error, with the reason.</summary>
    [Alias("strike-event")] Task<Decision<FamilyState>> StrikeEvent(CaseEvent recorded, Stamp stamp);
}

/// <summary>Every filled form about the family.</summary>
[GrainInterfaceType("sos.family-forms")]
public interface IFamilyForms : IGrainWithStringKey
{
    [Alias("enter")] Task<Decision<FormReceipt>> Enter(FormEntry entry, Stamp stamp);
    [Alias("mark-not-achieved")] Task<Decision<FamilyState>> MarkNotAchieved(FormPlace place, NotAchievedReason reason, DateOnly on, Stamp stamp);
}

/// <summary>Meeting the family.</summary>
[GrainInterfaceType("sos.family-fieldwork")]
public interface IFamilyFieldwork : IGrainWithStringKey
{
    [Alias("assign")] Task<Decision<FamilyState>> Assign(WaveCode wave, string interviewer, DateOnly from, Stamp stamp);
    [Alias("record-interview")] Task<Decision<FamilyState>> RecordInterview(WaveCode wave, Interview interview, Stamp stamp);
    [Alias("dispose")] Task<Decision<FamilyState>> Dispose(WaveCode wave, Study.Design.Track track, string code, DateOnly on, Stamp stamp);
}

/// <summary>What is known of the family.</summary>
[GrainInterfaceType("sos.family-record")]
public interface IFamilyRecord : IGrainWithStringKey
{
    /// <summary>The family as it stands; <c>null</c> where there is none under this id.</summary>
    [Alias("read")] Task<FamilyState?> Read();

    /// <summary>The family's present site, which decides who may see it; <c>null</c> where there is no such family.</summary>
    [Alias("site")] Task<SiteCode?> Site();

    /// <summary>Every fact with who, when and why, oldest first.</summary>
    [Alias("history")] Task<ImmutableArray<HistoryEntry>> History();
}
