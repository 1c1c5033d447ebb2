using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Study.Design;

/// <summary>One experience band of sites, such as <c>new</c>.</summary>
[GenerateSerializer, Immutable, Alias("sos.band-design")]
public sealed record BandDesign([property: Id(0)] string Code, [property: Id(1)] string Label);

/// <summary>A cohort: the local dates between which its first wave is in the field, both inside.</summary>
[GenerateSerializer, Immutable, Alias("sos.cohort-design")]
public sealed record CohortDesign([property: Id(0)] CohortCode Code, [property: Id(1)] string Name, [property: Id(2)] DateOnly Starts, [property: Id(3)] DateOnly Ends);

/// <summary>
/// A wave. Without <see cref="After"/> its window is the cohort's. With it, the target is <see cref="OffsetMonths"/> after its anchor, the last visit of that
/// wave where nothing else is declared; or <see cref="DesignMonths"/> after the cohort's start where the family has no such day, since that wave's interview
/// was not achieved or the event has not happened.
/// </summary>
/// <param name="Number">1 for the first; waves from 2 on are follow-up waves.</param>
/// <param name="OpensBefore">Days that the window opens before the target.</param>
/// <param name="ClosesAfter">Days that it stays open after the target; the last day is inside.</param>
[GenerateSerializer, Immutable, Alias("sos.wave-design")]
public sealed record WaveDesign(
    [property: Id(0)] WaveCode Code,
    [property: Id(1)] string Name,
    [property: Id(2)] int Number,
    [property: Id(3)] WaveCode? After = null,
    [property: Id(4)] int OffsetMonths = 0,
    [property: Id(5)] int DesignMonths = 0,
    [property: Id(6)] int OpensBefore = 0,
    [property: Id(7)] int ClosesAfter = 0)
{
    /// <summary>What the offset is counted from.</summary>
    [Id(8)] public WaveAnchor Anchor { get; init; }

    /// <summary>The kind of case event, where the anchor is one.</summary>
    [Id(9)] public CaseEventKind? AnchorEvent { get; init; }

    public bool IsFollowUp => Number > 1;
}

/// <summary>What a follow-up wave's offset is counted from. Numbers and names are stored; append only.</summary>
public enum WaveAnchor
{
    /// <summary>The last visit of the wave that it follows.</summary>
    LastVisit = 0,
    Consent = 1,
    Sampling = 2,
    /// <summary>The first event of a kind in the case.</summary>
    CaseEvent = 3,
}

/// <summary>About whom an instrument is due.</summary>
public enum DueSubject { Family = 0, StudyChild = 1, MainCarer = 2 }

/// <summary>From whom it is due.</summary>
public enum DueRespondent { MainCarer = 0, Teacher = 1, Self = 2, CaseFile = 3 }

/// <summary>
/// One instrument that is due: about whom, from whom, at which ages (completed years on the day, both inside), at which waves (none named: at all).
/// <see cref="FollowUp"/> replaces it at follow-up waves where the design declares follow-up forms.
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.due-rule")]
public sealed record DueRule(
    [property: Id(0)] InstrumentId Instrument,
    [property: Id(1)] DueSubject Subject,
    [property: Id(2)] DueRespondent Respondent,
    [property: Id(3)] int? FromAge = null,
    [property: Id(4)] int? ToAge = null,
    [property: Id(5)] InstrumentId? FollowUp = null)
{
    [Id(6)] public ImmutableArray<WaveCode> Waves { get; init; } = [];

    /// <summary>Whether an interview is not complete without it.</summary>
    [Id(7)] public bool Required { get; init; }

    public bool IsAt(WaveCode wave) => Waves.IsEmpty || Waves.Contains(wave);

    /// <summary>Whether it is asked for at the interview, and not of a teacher or the case file.</summary>
    public bool IsOfInterview => Respondent is DueRespondent.MainCarer or DueRespondent.Self;
}

/// <summary>Which children of a family are studied.</summary>
public enum ChildSelection { IndexChild = 0, AllEligible = 1 }

/// <summary>How the index child is chosen where one is.</summary>
public enum IndexChoice { Youngest = 0, Oldest = 1, NextBirthday = 2, NamedByAuthority = 3 }

/// <summary>Which SDQ form follow-up waves use: the standard one (last six months) or the follow-up form (last month).</summary>
public enum FollowUpForm { Standard = 0, FollowUp = 1 }

/// <summary>The design of the one study that a deployment runs. Data, not code: a third wave is one more <see cref="WaveDesign"/>.</summary>
[GenerateSerializer, Immutable, Alias("sos.study-design")]
public sealed record StudyDesign
{
    [Id(0)] public string Title { get; init; } = "";
    [Id(1)] public string Template { get; init; } = "";

    /// <summary>Made up from a seed: every page and file says so.</summary>
    [Id(2)] public bool Synthetic { get; init; }

    /// <summary>IANA name; windows are local dates in it.</summary>
    [Id(3)] public string TimeZone { get; init; } = "Europe/London";

    [Id(4)] public ImmutableArray<BandDesign> Bands { get; init; } = [];
    [Id(5)] public ImmutableArray<CohortDesign> Cohorts { get; init; } = [];

    /// <summary>In order of their numbers.</summary>
    [Id(6)] public ImmutableArray<WaveDesign> Waves { get; init; } = [];

    [Id(7)] public ImmutableArray<DueRule> Schedule { get; init; } = [];
    [Id(8)] public ChildSelection Children { get; init; }
    [Id(9)] public IndexChoice IndexChoice { get; init; }
    [Id(10)] public FollowUpForm FollowUpForm { get; init; }

    /// <summary>Ages in completed years at which a child can be a study child, both inside.</summary>
    [Id(11)] public int YoungestChild { get; init; }
    [Id(12)] public int OldestChild { get; init; } = 17;

    /// <summary>Within how many days of its end a window counts as closing soon.</summary>
    [Id(13)] public int ClosingSoonDays { get; init; } = 14;

    /// <summary>How many facts this is the fold of; what depends on the design alone can be kept until it grows.</summary>
    [Id(14)] public int Version { get; init; }

    /// <summary>Every time that a wave was closed to changes, oldest first.</summary>
    [Id(15)] public ImmutableArray<WaveFreeze> Freezes { get; init; } = [];

    /// <summary>Which share of forms is entered twice, as declared; an instrument that is not named is entered once.</summary>
    [Id(30)] public ImmutableArray<DoubleEntryShare> DoubleEntry { get; init; } = [];

    /// <summary>Quality rules of the study's own, beside those that come with the product.</summary>
    [Id(40)] public ImmutableArray<DeclaredRule> QualityRules { get; init; } = [];

    /// <summary>From which change on a score has changed for certain.</summary>
    [Id(41)] public ReliableChange ReliableChange { get; init; } = new();

    /// <summary>How often and when families are tried; <c>null</c> where none is declared.</summary>
    [Id(50)] public ContactProtocol? Protocol { get; init; }

    /// <summary>How many focus groups and key-informant interviews are wanted.</summary>
    [Id(80)] public ImmutableArray<GroupTarget> GroupTargets { get; init; } = [];

    /// <summary>What makes families ineligible, in the order in which it is asked.</summary>
    [Id(81)] public ImmutableArray<EligibilityRule> Eligibility { get; init; } = [];

    /// <summary>What kind of sample it is; <c>null</c> where nobody has declared it.</summary>
    [Id(90)] public SampleDeclaration? Sample { get; init; }

    /// <summary>Whether everybody whose role shows contact details needs a second factor to sign in.</summary>
    [Id(95)] public bool RequiresSecondFactor { get; init; }

    public bool IsOpen => Waves.Length > 0;

    /// <summary>The share of an instrument's forms at a wave that is entered twice, in percent: what was declared for the wave, else for every wave, else 0.</summary>
    public int DoubleEntryPercent(InstrumentId instrument, WaveCode wave)
    {
        var percent = 0;
        foreach (var share in DoubleEntry)
        {
            if (share.Instrument != instrument) continue;
            if (share.Wave == wave) return share.Percent;
            if (share.Wave is null) percent = share.Percent;
        }
        return percent;
    }

    public WaveDesign? Wave(WaveCode code)
    {
        foreach (var wave in Waves) if (wave.Code == code) return wave;
        return null;
    }

    /// <summary>The freeze that holds at an instant; without one, the one that stands.</summary>
    public WaveFreeze? FreezeOf(WaveCode wave, DateTimeOffset? at = null)
    {
        foreach (var freeze in Freezes) if (freeze.Wave == wave && (at is { } then ? freeze.IsOn(then) : freeze.Thawed is null)) return freeze;
        return null;
    }

    public CohortDesign? Cohort(CohortCode code)
    {
        foreach (var cohort in Cohorts) if (cohort.Code == code) return cohort;
        return null;
    }

    public DateOnly Today(DateTimeOffset now) => DateOnly.FromDateTime(Local(now));

    /// <summary>What clocks show in the study's time zone at an instant.</summary>
    public DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime;

    /// <summary>The instrument that a rule asks for at a wave.</summary>
    public InstrumentId InstrumentAt(DueRule rule, WaveDesign wave) =>
        wave.IsFollowUp && FollowUpForm == FollowUpForm.FollowUp && rule.FollowUp is { } followUp ? followUp : rule.Instrument;
}
