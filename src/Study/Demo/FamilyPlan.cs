using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Demo;

/// <summary>What becomes of a family's Time 2 interview.</summary>
internal enum SecondWave { Interviewed, NotLocated, NotContacted, NotCooperating, OtherLoss, LeftEligibility, Overdue, Open, NotYetDue }

/// <summary>What becomes of its case holder between the waves.</summary>
internal enum CaseCourse { SameWorker, OneChange, TwoChanges, Unallocated, Closed, NotKnown }

/// <summary>A child as drawn: age in months at Time 1, and how far from the mean its difficulties lie.</summary>
internal sealed record PlannedChild(int AgeInMonths, Sex Sex, double Difficulties);

/// <summary>Subscale scores of engagement: buy-in, receptivity, working relationship, mistrust.</summary>
internal sealed record EngagementScores(int BuyIn, int Receptivity, int Relationship, int Mistrust);

/// <summary>What one wave's interview will hold; absent measures were not answered.</summary>
internal sealed class WavePlan
{
    public int? Lubben { get; set; }
    public int? Mastery { get; set; }
    public EngagementScores? Engagement { get; set; }
    public bool KnowsGoals { get; set; } = true;
}

/// <summary>What will happen to one family that consents: drawn first for all families together, so that the published figures come out.</summary>
internal sealed class FamilyPlan(ulong seed, int number, FamilyId id)
{
    public int Number => number;
    public FamilyId Id => id;

    public int Site { get; init; }
    public int Cohort { get; init; }

    /// <summary>0 new, 1 about two years, 2 more.</summary>
    public int Band { get; init; }

    /// <summary>Consented, but not met at Time 1.</summary>
    public bool MissedFirst { get; init; }

    public ImmutableArray<PlannedChild> Children { get; init; } = [];

    /// <summary>How the parent stands to the worker; bands and cohorts shift it.</summary>
    public double Agreement { get; init; }

    public SecondWave Second { get; set; }
    public CaseCourse Course { get; set; }
    public bool Withdrew { get; set; }
    public bool ReReferred { get; set; }
    public bool EarlierReferral { get; set; }
    public bool CaseRecord { get; set; }
    public bool CaseRecordAgain { get; set; }
    public bool Moves { get; set; }
    public bool SiblingJoins { get; set; }
    public EndReason? Ends { get; set; }

    /// <summary>How many of its children, from the first on, are removed between the waves.</summary>
    public int Removed { get; set; }

    public WavePlan[] Waves { get; } = [new(), new()];

    /// <summary>A child is or soon turns old enough for the self-report, so consent for it was asked.</summary>
    public bool AsksChildren => Children.Any(c => c.AgeInMonths >= 120);

    public bool IsPending => Second is SecondWave.Open or SecondWave.NotYetDue;

    /// <summary>The child who joins 90 days after Time 1 was born so.</summary>
    public BirthMonth SiblingBirth(DateOnly firstMet) =>
        firstMet.AddDays(90).AddMonths(-Draws(Purpose.Sibling).Between(36, 150)) is var born ? new(born.Year, born.Month) : default;

    /// <summary>A stream of its own for each purpose, so that a new purpose changes none of the others.</summary>
    public Draws Draws(Purpose purpose) => new(seed, (ulong)number * 64 + (ulong)purpose);

    public double Lot(Purpose purpose) => Draws(purpose).Unit();
}

/// <summary>What a stream of random numbers is drawn for. Append only: the numbers fix the demo's data.</summary>
internal enum Purpose
{
    Household, Second, Loss, Course, CaseRecord, Earlier, ReReferral, Removal, Move, Sibling, Goals, Lubben, Mastery, Engagement, LubbenDone, MasteryDone,
    EngagementDone, Dates, Enrolment, Case, FirstWave, SecondWave, Outside, Attempts, FirstEntries, SecondEntries,
}
