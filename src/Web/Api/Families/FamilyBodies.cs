using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Contacts;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Families;

/// <summary>A member to be added. <c>birthYear</c> and <c>birthMonth</c> belong together and are needed for a child.</summary>
public sealed record MemberBody(MemberRole Role, int? BirthYear = null, int? BirthMonth = null, Sex Sex = Sex.NotKnown, PartialDate? Joined = null)
{
    public NewMember ToMember(DateOnly sampled) => new(Role, BirthYear is { } year && BirthMonth is { } month ? new(year, month) : null, Sex, Joined ?? sampled);

    public bool HasBadBirth => BirthMonth is < 1 or > 12 || BirthYear is < 1900 or > 2200 || BirthYear is null != BirthMonth is null;
}

/// <summary>
/// A family to enrol. Each date that is given records that stage as passed on that day; <c>consentedOn</c> covers the scopes in <c>consents</c>
/// (<c>interview</c>, <c>child-interview</c>, <c>case-file</c>, <c>teacher</c>, <c>recording</c>, <c>linkage</c>, <c>recontact</c>, <c>archiving</c>). With people in
/// <c>check</c>, a family that may be the same as one of the study is refused until <c>notSameBecause</c> says why it is not.
/// </summary>
public sealed record EnrolBody(
    SiteCode Site,
    CohortCode Cohort,
    string Serial,
    DateOnly SampledOn,
    ImmutableArray<MemberBody> Members,
    DateOnly? ApproachedOn = null,
    string? Approacher = null,
    DateOnly? AgreedOn = null,
    DateOnly? ConsentedOn = null,
    string? ConsentGivenBy = null,
    ImmutableArray<ConsentScope>? Consents = null,
    ImmutableArray<PersonCheckBody>? Check = null,
    string? NotSameBecause = null);

/// <summary>Somebody of the family, by whom it is looked for among those in the study already. Compared by keyed hash and not kept.</summary>
public sealed record PersonCheckBody(string Name, DateOnly? BirthDate = null, string? Postcode = null)
{
    public ContactDetails ToDetails() => new(Name) { BirthDate = BirthDate, Postcode = Postcode ?? "" };
}

/// <summary>
/// Who holds the case from a date on: a <c>worker</c> by id, or a <c>holder</c> of <c>unidentified</c>, <c>team</c>, <c>unallocated</c>, <c>closed</c> or
/// <c>not-known</c> (the first two with a <c>label</c>). A change of holder needs its <c>reason</c>.
/// </summary>
public sealed record AllocationBody(
    PartialDate From, WorkerId? Worker = null, string? Holder = null, string? Label = null, string? Source = null, DateOnly? KnownTo = null, string? Reason = null)
{
    public Decision<CaseHolder> ToHolder() => (Worker, Holder) switch
    {
        ({ } worker, null or "worker") => new CaseHolder.Named(worker),
        (null, "unidentified") => new CaseHolder.Unidentified(Label ?? ""),
        (null, "team") => new CaseHolder.Team(Label ?? ""),
        (null, "unallocated") => new CaseHolder.Unallocated(),
        (null, "closed") => new CaseHolder.Closed(),
        (null, "not-known") => new CaseHolder.NotKnown(),
        _ => new Refusal("case.holder", "Send either a worker's id or one of the holders unidentified, team, unallocated, closed, not-known.").At("holder"),
    };
}

/// <summary>A stage that a family passes: <c>screened</c>, <c>screened-out</c>, <c>approached</c>, <c>not-approached</c>, <c>agreed-to-contact</c>, <c>declined-contact</c> or <c>ended</c>.</summary>
public sealed record StageBody(Stage Stage, DateOnly On, string? By = null, ApproachBar? Bar = null, EndReason? EndReason = null, string? Reason = null);

/// <summary>A consent form: one <c>scope</c>, or several <c>scopes</c> as one act; for one <c>wave</c>, or from its day on.</summary>
public sealed record ConsentBody(
    ConsentScope? Scope, DateOnly On, string GivenBy, MemberId? About = null, ImmutableArray<ConsentScope>? Scopes = null, WaveCode? Wave = null, string? Wording = null,
    ConsentAuthority Authority = ConsentAuthority.NotStated, string? TakenBy = null, ConsentMode Mode = ConsentMode.NotStated)
{
    public ConsentForm ToForm() => new([.. Scopes ?? [], .. Scope is { } one ? [one] : (ConsentScope[])[]], About, GivenBy ?? "", On)
    {
        Wave = Wave, Wording = Wording ?? "", Authority = Authority, TakenBy = TakenBy ?? "", Mode = Mode,
    };
}

/// <summary>When a member left.</summary>
public sealed record LeavingBody(PartialDate On);

/// <summary>Another role of the same kind, since when.</summary>
public sealed record RoleBody(MemberRole Role, PartialDate On);

/// <summary>Birth month and sex as they are; the reason becomes part of the record.</summary>
public sealed record CorrectionBody(string Reason, int? BirthYear = null, int? BirthMonth = null, Sex Sex = Sex.NotKnown)
{
    public BirthMonth? Birth => BirthYear is { } year && BirthMonth is { } month ? new(year, month) : null;

    public bool HasBadBirth => BirthMonth is < 1 or > 12 || BirthYear is < 1900 or > 2200 || BirthYear is null != BirthMonth is null;
}

/// <summary>What a child said to being asked; for one <c>wave</c>, or from its day on.</summary>
public sealed record AssentBody(MemberId Child, bool Given, DateOnly On, string TakenBy, WaveCode? Wave = null, ConsentMode Mode = ConsentMode.Spoken);

/// <summary>Who was found to hold parental responsibility for a child.</summary>
public sealed record ResponsibilityBody(MemberId Child, ResponsibilityHolder Holder, DateOnly On, string Source);

/// <summary>Erases one <c>member</c>, or without it the whole family; <c>confirm</c> is the family's id once more.</summary>
public sealed record ErasureBody(string Reason, FamilyId Confirm, MemberId? Member = null);

public sealed record WithdrawalBody(ImmutableArray<ConsentScope> Scopes, DateOnly From, WithdrawalExtent Extent = WithdrawalExtent.NoFurtherContact, string? Reason = null, MemberId? About = null);

public sealed record CaseEventBody(CaseEventKind Kind, PartialDate On, MemberId? Child = null, string Source = "authority");

public sealed record DispositionBody(string Code, DateOnly On, string? Reason = null);

public sealed record MoveBody(SiteCode Site, PartialDate On, string? Reason = null);
