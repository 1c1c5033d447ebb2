using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Demo;

/// <summary>Draws what happens to all families together, by quotas: what is published for 270 families scales to any number.</summary>
internal static class DemoPlan
{
    private const int MissedFirst = 6;
    private static readonly int[] SiteSizes = [34, 31, 22, 29, 30, 28, 20, 26, 25, 25];

    public static FamilyPlan[] Of(ulong seed, int families)
    {
        var taken = new HashSet<FamilyId>();
        var plans = Enumerable.Range(0, families + Scaled(MissedFirst, families)).Select(n => New(seed, n, n >= families, taken)).ToArray();
        var met = plans.Where(p => !p.MissedFirst).ToList();
        SecondWaves(plans, met, families);
        Courses(plans);
        CaseRecords(met, families);
        Take(met, p => p is { Course: CaseCourse.OneChange, IsPending: false }, 4, families, Purpose.Move, p => p.Moves = true);
        Take(met, p => p.Second == SecondWave.Interviewed, 5, families, Purpose.Sibling, p => p.SiblingJoins = true);
        DemoScores.Draw(plans, families);
        return plans;
    }

    /// <summary>A published count of 270 families, for another number of them.</summary>
    public static int Scaled(int count, int families) => (int)Math.Round(count * (double)families / PublishedFigures.Families, MidpointRounding.AwayFromZero);

    /// <summary>The id that the family's first operation gives it, as at the door; the next candidate where an earlier family has it.</summary>
    public static FamilyId IdOf(string operation, HashSet<FamilyId> taken)
    {
        for (var candidate = 0; ; candidate++)
            if (FamilyId.From(operation, candidate) is var id && taken.Add(id)) return id;
    }

    private static FamilyPlan New(ulong seed, int number, bool missedFirst, HashSet<FamilyId> taken)
    {
        var draws = new Draws(seed, (ulong)number * 64 + (ulong)Purpose.Household);
        var (site, cohort) = (SiteOf(number % PublishedFigures.Families), missedFirst || draws.Chance(0.48) ? 0 : 1);
        var band = DemoSites.BandOf(site);
        var count = draws.Unit() switch { < 0.70 => 1, < 0.92 => 2, _ => 3 };
        var shared = draws.Normal();
        var children = Enumerable.Range(0, count)
            .Select(_ => new PlannedChild(draws.Between(8, 200), draws.Chance(0.52) ? Sex.Male : Sex.Female, 0.4 * shared + 0.9165 * draws.Normal()))
            .OrderByDescending(c => c.AgeInMonths);
        return new(seed, number, IdOf(OperationPrefix(seed, number) + "1", taken))
        {
            Site = site,
            Cohort = cohort,
            Band = band,
            MissedFirst = missedFirst,
            Children = [.. children],
            Agreement = 0.75 * draws.Normal() + 0.3 * band + 0.3 * cohort,
        };
    }

    public static string OperationPrefix(ulong seed, int number) => $"demo-{seed}-{number}-";

    private static int SiteOf(int place)
    {
        for (var site = 0; ; place -= SiteSizes[site++])
            if (place < SiteSizes[site]) return site;
    }

    private static void SecondWaves(FamilyPlan[] plans, List<FamilyPlan> met, int families)
    {
        foreach (var p in plans) p.Second = SecondWave.NotLocated;
        Take(met, p => p.Cohort == 1, 6, families, Purpose.Second, p => p.Second = SecondWave.Open);
        Take(met, p => p is { Cohort: 1, IsPending: false }, 4, families, Purpose.Dates, p => p.Second = SecondWave.NotYetDue);

        var closed = met.Where(p => !p.IsPending).OrderBy(StrainOf).ToList();
        var stays = Math.Min(closed.Count, Scaled(PublishedFigures.Interviewed, families));
        foreach (var p in closed.Take(stays)) p.Second = SecondWave.Interviewed;

        var lost = closed.Skip(stays).ToList();
        Take(lost, Unplaced, 27, families, Purpose.Loss, p => p.Second = SecondWave.NotContacted);
        Take(lost, Unplaced, 37, families, Purpose.Loss, p => p.Second = SecondWave.NotCooperating);
        Take(lost, Unplaced, 9, families, Purpose.Loss, p => p.Second = SecondWave.OtherLoss);
        Take(lost, Unplaced, 5, families, Purpose.Loss, p => p.Second = SecondWave.Overdue);
        foreach (var (reason, count) in new[] { (EndReason.Died, 2), (EndReason.FoundIneligible, 1), (EndReason.MovedOutOfScope, 1) })
            Take(lost, Unplaced, count, families, Purpose.Loss, p => (p.Second, p.Ends) = (SecondWave.LeftEligibility, reason));
        Take(lost, p => p.Second == SecondWave.NotCooperating, 6, families, Purpose.Move, p => (p.Withdrew, p.Ends) = (true, EndReason.Withdrew));
        Take(plans, p => p.MissedFirst, 4, families, Purpose.Second, p => p.Second = SecondWave.Interviewed);

        static bool Unplaced(FamilyPlan p) => p.Second == SecondWave.NotLocated;
    }

    /// <summary>Who is lost: more where the first child's difficulties are greater and where the site is new to the approach; nothing about workers.</summary>
    private static double StrainOf(FamilyPlan p) => 0.35 * p.Children[0].Difficulties - 0.3 * p.Band + p.Draws(Purpose.Second).Normal();

    private static void Courses(FamilyPlan[] plans)
    {
        var due = plans.Where(p => p.Second != SecondWave.NotYetDue).OrderBy(p => p.Lot(Purpose.Course)).ToList();
        for (var i = 0; i < due.Count; i++)
            due[i].Course = ((i + 0.5) / due.Count) switch
            {
                < 0.32 => CaseCourse.SameWorker,
                < 0.49 => CaseCourse.OneChange,
                < 0.57 => CaseCourse.TwoChanges,
                < 0.63 => CaseCourse.Unallocated,
                < 0.95 => CaseCourse.Closed,
                _ => CaseCourse.NotKnown,
            };
    }

    private static void CaseRecords(List<FamilyPlan> met, int families)
    {
        Take(met, _ => true, PublishedFigures.CaseRecords, families, Purpose.CaseRecord, p => p.CaseRecord = true);
        Take(met, p => p.CaseRecord, PublishedFigures.EarlierReferral, families, Purpose.Earlier, p => p.EarlierReferral = true);
        foreach (var p in met) p.CaseRecordAgain = p is { CaseRecord: true, IsPending: false, Withdrew: false, Ends: not EndReason.FoundIneligible };

        var closed = met.Where(p => p.Course == CaseCourse.Closed).OrderBy(p => p.CaseRecordAgain ? 0 : 1).ThenBy(p => p.Lot(Purpose.ReReferral)).ToList();
        var coded = closed.Count(p => p.CaseRecordAgain);
        for (var i = 0; i < closed.Count; i++) closed[i].ReReferred = i < coded ? i >= PublishedFigures.NotReReferred * coded : i % 2 == 0;

        var left = Scaled(PublishedFigures.ChildrenRemoved, families);
        foreach (var p in met.Where(p => p.CaseRecordAgain && p.Course != CaseCourse.Closed).OrderBy(p => p.Lot(Purpose.Removal)))
        {
            p.Removed = Math.Min(left, p.Children.Length > 1 && p.Lot(Purpose.Move) < 0.5 ? 2 : 1);
            left -= p.Removed;
            if (left == 0) break;
        }
    }

    private static void Take(IEnumerable<FamilyPlan> from, Func<FamilyPlan, bool> eligible, int count, int families, Purpose purpose, Action<FamilyPlan> mark)
    {
        foreach (var p in from.Where(eligible).OrderBy(p => p.Lot(purpose)).Take(Scaled(count, families)).ToList()) mark(p);
    }
}
