using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Api.Families;

public sealed record MemberView(MemberId Id, MemberRole Role, int? BirthYear, int? BirthMonth, Sex Sex, PartialDate Joined, PartialDate? Left);

public sealed record AllocationView(string Holder, WorkerId? Worker, PartialDate From, DateOnly? KnownTo, string Source, string? Reason);

public sealed record ConsentView(ConsentScope Scope, MemberId? About, string GivenBy, DateOnly On, DateOnly? WithdrawnFrom, WithdrawalExtent? Extent, WaveCode? Wave, string Wording, ConsentAuthority Authority, string TakenBy, ConsentMode Mode);

/// <summary>A form that was entered; when it was filled in is not told to whoever may still enter it a second time.</summary>
public sealed record FormView(WaveCode Wave, InstrumentId Instrument, Party Subject, Party Respondent, int Version, DateOnly? CompletedOn, DateTimeOffset EnteredAt, string EnteredBy);

/// <summary>
/// Who held the case from one wave's interview for the months that the design sets to the next; the counts are <c>null</c> until these are over, and
/// <c>anyAgency</c> also where it is not known.
/// </summary>
public sealed record ContinuityView(WaveCode Before, WaveCode Wave, DateOnly From, DateOnly To, WorkerChange? Change, int? DistinctWorkers, int? Changes, int? DaysWithout, bool? AnyAgency)
{
    public static ContinuityView Of(WaveContinuity c) =>
        new(c.Before, c.Wave, c.From, c.To, c.Continuity?.Change, c.Continuity?.DistinctWorkers, c.Continuity?.Changes, c.Continuity?.DaysWithout, c.Continuity?.AnyAgency);
}

public sealed record DueView(WaveCode Wave, Track Track, DueState State, DateOnly? Opens, DateOnly? Target, DateOnly? Closes, string? Disposition, string? NotEligible = null);

/// <summary>What a family has to do with another: <c>merged-from</c>, <c>merged-into</c>, <c>split-from</c> or <c>split-into</c>.</summary>
public sealed record LinkView(FamilyLinkKind Kind, FamilyId Family, DateOnly On, ImmutableArray<MemberLink> Members);

/// <summary>A family as the API shows it: no name, no address, no authority serial.</summary>
public sealed record FamilyView(
    FamilyId Id,
    int Version,
    Stage Stage,
    SiteCode Site,
    SiteCode SiteAtEnrolment,
    CohortCode Cohort,
    MemberId? IndexChild,
    ImmutableArray<MemberView> Members,
    ImmutableArray<ConsentView> Consents,
    ImmutableArray<AllocationView> Workers,
    ImmutableArray<FormView> Forms,
    ImmutableArray<DueView> Due,
    ImmutableArray<ContinuityView> Continuity)
{
    /// <summary>Windows that this command moved; none where it was a question.</summary>
    public ImmutableArray<WindowMoveView> Moved { get; init; } = [];

    /// <summary>Whether two people are to go wherever the family is met in person.</summary>
    public bool NeedsTwo { get; init; }

    /// <summary>Other families that this one was merged with or split from.</summary>
    public ImmutableArray<LinkView> Links { get; init; } = [];

    /// <param name="hides">Forms of which nothing that they say is told.</param>
    public static FamilyView Of(FamilyState family, StudyFrame frame, DateOnly today, Func<Study.Forms.FormPlace, bool> hides) => new(
        family.Id, family.Version, family.Stage, family.Site, family.SiteAtEnrolment, family.Cohort, family.IndexChild,
        [.. family.Members.Select(m => new MemberView(m.Id, m.Role, m.Birth?.Year, m.Birth?.Month, m.Sex, m.Joined, m.Left))],
        [.. family.Consents.Select(c => new ConsentView(c.Scope, c.About, c.GivenBy, c.On, c.WithdrawnFrom, c.Extent, c.Wave, c.Wording, c.Authority, c.TakenBy, c.Mode))],
        [.. family.WorkerSpells.Select(s => new AllocationView(s.Holder.Kind, (s.Holder as CaseHolder.Named)?.Worker, s.From, s.KnownTo, s.Source, s.Reason))],
        [.. family.Forms.Select(f => new FormView(f.Place.Wave, f.Place.Instrument, f.Place.Subject, f.Place.Respondent, f.Version, hides(f.Place) ? null : f.CompletedOn, f.EnteredAt, f.EnteredBy))],
        [.. DueList.Of(frame, family, today).Select(DueOf)],
        [.. WaveContinuity.Of(frame, BlindEntry.Seen(family, hides), today).Select(ContinuityView.Of)])
    {
        NeedsTwo = family.NeedsTwo,
        Links = [.. family.Links.Select(l => new LinkView(l.Kind, l.Family, l.On, l.Members))],
    };

    internal static DueView DueOf(DueTrack t) => new(t.Wave, t.Track, t.State, t.Window?.Opens, t.Window?.Target, t.Window?.Closes, t.Disposition, t.NotEligible?.Label);
}

/// <summary>A family in a list.</summary>
public sealed record FamilyItem(FamilyId Id, SiteCode Site, CohortCode Cohort, Stage Stage, ImmutableArray<DueView> Due)
{
    public static FamilyItem Of(FamilyRow row) => new(row.Family.Id, row.Family.Site, row.Family.Cohort, row.Family.Stage, [.. row.Due.Select(FamilyView.DueOf)]);
}
