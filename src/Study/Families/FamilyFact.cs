using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What can happen to a family. Kinds once shipped are read for ever.</summary>
[RecordKind("sos.family")]
[JsonDerivedType(typeof(Sampled), "family.sampled")]
[JsonDerivedType(typeof(Screened), "family.screened")]
[JsonDerivedType(typeof(Approached), "family.approached")]
[JsonDerivedType(typeof(NotApproached), "family.not-approached")]
[JsonDerivedType(typeof(AgreedToContact), "family.agreed-to-contact")]
[JsonDerivedType(typeof(DeclinedContact), "family.declined-contact")]
[JsonDerivedType(typeof(Ended), "family.ended")]
[JsonDerivedType(typeof(Moved), "family.moved")]
[JsonDerivedType(typeof(MemberJoined), "member.joined")]
[JsonDerivedType(typeof(MemberLeft), "member.left")]
[JsonDerivedType(typeof(MemberCorrected), "member.corrected")]
[JsonDerivedType(typeof(RoleTaken), "member.role-taken")]
[JsonDerivedType(typeof(IndexChildChosen), "member.index-child-chosen")]
[JsonDerivedType(typeof(ConsentGiven), "consent.given")]
[JsonDerivedType(typeof(ConsentWithdrawn), "consent.withdrawn")]
[JsonDerivedType(typeof(WorkerAllocated), "worker.allocated")]
[JsonDerivedType(typeof(CaseEventRecorded), "case.event")]
[JsonDerivedType(typeof(InterviewerAssigned), "interviewer.assigned")]
[JsonDerivedType(typeof(InterviewRecorded), "interview.recorded")]
[JsonDerivedType(typeof(DispositionRecorded), "disposition.recorded")]
[JsonDerivedType(typeof(FormEntered), "form.entered")]
[JsonDerivedType(typeof(FormNotAchieved), "form.not-achieved")]
public abstract partial record FamilyFact
{
    private FamilyFact() { }

    public sealed record Sampled(SiteCode Site, CohortCode Cohort, string Serial, DateOnly On) : FamilyFact;
    public sealed record Screened(bool Eligible, DateOnly On) : FamilyFact;
    public sealed record Approached(string Approacher, DateOnly On) : FamilyFact;
    public sealed record NotApproached(ApproachBar Bar, string Decider, DateOnly On) : FamilyFact;
    public sealed record AgreedToContact(DateOnly On) : FamilyFact;
    public sealed record DeclinedContact(DateOnly On) : FamilyFact;
    public sealed record Ended(EndReason Reason, DateOnly On) : FamilyFact;
    public sealed record Moved(SiteCode To, PartialDate On) : FamilyFact;

    public sealed record MemberJoined(MemberId Member, MemberRole Role, BirthMonth? Birth, Sex Sex, PartialDate On) : FamilyFact;
    public sealed record MemberLeft(MemberId Member, PartialDate On) : FamilyFact;
    public sealed record MemberCorrected(MemberId Member, BirthMonth? Birth, Sex Sex) : FamilyFact;
    public sealed record RoleTaken(MemberId Member, MemberRole Role, PartialDate On) : FamilyFact;
    public sealed record IndexChildChosen(MemberId Child, IndexChoice How) : FamilyFact;

    public sealed record ConsentGiven(ConsentScope Scope, MemberId? About, string GivenBy, DateOnly On) : FamilyFact
    {
        public WaveCode? Wave { get; init; }
        public string? Wording { get; init; }
        public ConsentAuthority? Authority { get; init; }
        public string? TakenBy { get; init; }
        public ConsentMode? Mode { get; init; }
    }

    public sealed record ConsentWithdrawn(ImmutableArray<ConsentScope> Scopes, WithdrawalExtent Extent, DateOnly From, MemberId? About = null) : FamilyFact;

    public sealed record WorkerAllocated(CaseHolder Holder, PartialDate From, string Source, DateOnly? KnownTo) : FamilyFact;
    public sealed record CaseEventRecorded(CaseEventKind Event, PartialDate On, MemberId? Child, string Source) : FamilyFact;

    public sealed record InterviewerAssigned(WaveCode Wave, string Interviewer, DateOnly On) : FamilyFact;
    public sealed record InterviewRecorded(WaveCode Wave, Interview Interview) : FamilyFact;
    public sealed record DispositionRecorded(WaveCode Wave, Track Track, string Code, DateOnly On) : FamilyFact;

    public sealed record FormEntered(
        FormPlace Place, int InstrumentVersion, DateOnly CompletedOn, FormMode Mode, string Language, ImmutableArray<FormFlag> Flags, Answers Answers, Answers? Aside = null) : FamilyFact
    {
        /// <summary>Who keyed it and when, where that was before it came to its family: in a tray.</summary>
        public Keying? Keyed { get; init; }
    }

    public sealed record FormNotAchieved(FormPlace Place, NotAchievedReason Reason, DateOnly On) : FamilyFact;
}
