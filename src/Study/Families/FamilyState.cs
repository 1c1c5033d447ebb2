using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Study.Families;

/// <summary>The site a family belonged to from a date on.</summary>
[GenerateSerializer, Immutable, Alias("sos.site-spell")]
public sealed record SiteSpell([property: Id(0)] SiteCode Site, [property: Id(1)] PartialDate From);

/// <summary>A family as folded from its facts: what doors decide on and what the registers hold.</summary>
[GenerateSerializer, Immutable, Alias("sos.family")]
public sealed record FamilyState([property: Id(0)] FamilyId Id)
{
    /// <summary>How many facts this is the fold of.</summary>
    [Id(1)] public int Version { get; init; }
    [Id(2)] public DateTimeOffset ChangedAt { get; init; }

    [Id(3)] public Stage Stage { get; init; }
    [Id(4)] public CohortCode Cohort { get; init; }

    /// <summary>The authority's own serial on its list; never a name.</summary>
    [Id(5)] public string Serial { get; init; } = "";
    [Id(6)] public DateOnly SampledOn { get; init; }
    [Id(7)] public DateOnly? ConsentedOn { get; init; }
    [Id(8)] public EndReason? EndReason { get; init; }
    [Id(9)] public DateOnly? EndedOn { get; init; }

    /// <summary>In order of their dates; the first is the site at enrolment.</summary>
    [Id(10)] public ImmutableArray<SiteSpell> Sites { get; init; } = [];
    [Id(11)] public ImmutableArray<Member> Members { get; init; } = [];
    [Id(12)] public MemberId? IndexChild { get; init; }
    [Id(13)] public ImmutableArray<ConsentRecord> Consents { get; init; } = [];

    /// <summary>In order of their earliest days.</summary>
    [Id(14)] public ImmutableArray<WorkerSpell> WorkerSpells { get; init; } = [];
    [Id(15)] public ImmutableArray<CaseEvent> CaseEvents { get; init; } = [];
    [Id(16)] public ImmutableArray<Assignment> Assignments { get; init; } = [];
    [Id(17)] public ImmutableArray<WaveInterview> Interviews { get; init; } = [];
    [Id(18)] public ImmutableArray<Disposition> Dispositions { get; init; } = [];
    [Id(19)] public ImmutableArray<Form> Forms { get; init; } = [];
    [Id(20)] public ImmutableArray<NotAchieved> NotAchieved { get; init; } = [];

    /// <summary>What was noted of paper forms on their way.</summary>
    [Id(21)] public ImmutableArray<FormReceipts> Receipts { get; init; } = [];

    /// <summary>Forms that were entered here and belong to another family.</summary>
    [Id(22)] public ImmutableArray<FormGivenUp> GivenUp { get; init; } = [];

    /// <summary>What quality rules found and somebody set aside.</summary>
    [Id(40)] public ImmutableArray<QualityDismissal> Dismissals { get; init; } = [];

    /// <summary>In order of their numbers, whatever became of them.</summary>
    [Id(60)] public ImmutableArray<Appointment> Appointments { get; init; } = [];

    /// <summary>Bookings whose hold ran out before they came here.</summary>
    [Id(61)] public ImmutableArray<OperationId> AbandonedBookings { get; init; } = [];
    /// <summary>Every attempt to reach the family, in order of their instants; those struck out as recorded in error too.</summary>
    [Id(50)] public ImmutableArray<WaveAttempt> Attempts { get; init; } = [];

    /// <summary>What children said to being asked, in the order of recording.</summary>
    [Id(70)] public ImmutableArray<Assent> Assents { get; init; } = [];

    /// <summary>Checks of who holds parental responsibility, in the order of recording.</summary>
    [Id(71)] public ImmutableArray<Responsibility> Responsibilities { get; init; } = [];

    /// <summary>Messages to members, in order of their numbers; each noted before it was sent.</summary>
    [Id(110)] public ImmutableArray<Message> Messages { get; init; } = [];

    /// <summary>Every attempt to find the family, in order of their days; those struck out as recorded in error too.</summary>
    [Id(130)] public ImmutableArray<WaveTracing> Tracing { get; init; } = [];

    /// <summary>When all that was recorded was erased; nothing but site, cohort and dates is left.</summary>
    [Id(72)] public DateOnly? ErasedOn { get; init; }

    /// <summary>How many facts were erased.</summary>
    [Id(73)] public int ErasedFacts { get; init; }

    /// <summary>The family that this one turned out to be, where it was merged into it: it counts for nothing any more, and nothing more is recorded of it.</summary>
    [Id(80)] public FamilyId? MergedInto { get; init; }

    /// <summary>What this family has to do with others, in the order of recording.</summary>
    [Id(81)] public ImmutableArray<FamilyLink> Links { get; init; } = [];

    /// <summary>From when to when two people are to go, in the order of recording.</summary>
    [Id(140)] public ImmutableArray<TwoPersonSpell> TwoPerson { get; init; } = [];

    /// <summary>Whether two people are to go wherever the family is met in person.</summary>
    public bool NeedsTwo => TwoPerson is [.., { LiftedOn: null }];

    public bool Exists => Sites.Length > 0;

    public SiteCode SiteAtEnrolment => Sites[0].Site;

    public SiteCode Site => Sites[^1].Site;

    public SiteCode SiteOn(DateOnly day)
    {
        for (var i = Sites.Length - 1; i > 0; i--) if (Sites[i].From.Earliest <= day) return Sites[i].Site;
        return Sites[0].Site;
    }

    public Member? Member(MemberId id)
    {
        foreach (var m in Members) if (m.Id == id) return m;
        return null;
    }

    public Form? FormAt(FormPlace place)
    {
        foreach (var f in Forms) if (f.Place == place) return f;
        return null;
    }

    public Appointment? Appointment(int number)
    {
        foreach (var a in Appointments) if (a.Number == number) return a;
        return null;
    }

    /// <summary>Whether the diaries are to keep the time of a booking.</summary>
    public bool Keeps(OperationId booking)
    {
        foreach (var a in Appointments) if (a.Booking == booking) return a.HoldsTime;
        return false;
    }

    /// <summary>Whether a booking came here, whatever became of it.</summary>
    public bool Knows(OperationId booking) => Appointments.Any(a => a.Booking == booking || a.Moves.Any(m => m.Booking == booking));

    public Interview? InterviewAt(WaveCode wave)
    {
        foreach (var i in Interviews) if (i.Wave == wave) return i.Interview;
        return null;
    }

    /// <summary>The attempts at a wave that stand, the earliest first.</summary>
    public IEnumerable<WaveAttempt> AttemptsAt(WaveCode wave)
    {
        foreach (var a in Attempts) if (a.Wave == wave && a.Stands) yield return a;
    }

    /// <summary>The attempts to find the family at a wave that stand, the earliest first.</summary>
    public IEnumerable<WaveTracing> TracingAt(WaveCode wave)
    {
        foreach (var t in Tracing) if (t.Wave == wave && t.Stands) yield return t;
    }

    public Disposition? DispositionOf(WaveCode wave, Track track)
    {
        foreach (var d in Dispositions) if (d.Wave == wave && d.Track == track) return d;
        return null;
    }

    /// <summary>The children that are studied: the index child, or every child within the design's ages when they joined.</summary>
    public IEnumerable<Member> StudyChildren(StudyDesign design) => Members.Where(m => IsStudyChild(design, m));

    public bool IsStudyChild(StudyDesign design, Member member) => design.Children == ChildSelection.IndexChild
        ? member.Id == IndexChild
        : member is { Role: MemberRole.Child, Birth: { } born }
            && born.AgeOn(member.Joined.Latest).Most >= design.YoungestChild && born.AgeOn(member.Joined.Earliest).Least <= design.OldestChild;

    /// <summary>The respondent marked main at a wave: the interview's own, else the first carer who was in the family on the day.</summary>
    public Member? MainRespondent(WaveCode wave, DateOnly day)
    {
        if (InterviewAt(wave)?.Respondent is { } named && Member(named) is { } respondent) return respondent;
        foreach (var m in Members) if (m.Role.IsCarer() && m.IsOn(day)) return m;
        return null;
    }
}
