using System.Collections.Immutable;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Analysis.Statistics;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Extracts.Tables;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Analysis.Attrition;

/// <summary>Makes the attrition of one pair of waves from the <c>families</c> table.</summary>
public static class AttritionTable
{
    /// <summary>The columns that it reads: ask the registers for these only.</summary>
    public static IEnumerable<string> Columns(WavePair pair) =>
    [
        "stage", "site_enrolment", "band", "cohort", pair.AfterColumn("worker_change"), pair.BeforeColumn("fate"), pair.AfterColumn("fate"), $"{pair.Design.Waves[0].Code}_fate",
        pair.AfterColumn("window_closed"), pair.AfterColumn("loss_group"), pair.AfterColumn("disposition_label"), pair.AfterColumn("same_respondent"),
        .. pair.Outcome is { } outcome ? [pair.BeforeColumn(outcome.Prefix + WavePair.OutcomeScale)] : Enumerable.Empty<string>(),
        .. UnitCounts.Columns(pair),
    ];

    public static AttritionResult Of(WavePair pair, IEnumerable<TableBatch> families, DateOnly asOf)
    {
        var units = new UnitCounts(pair);
        var all = new List<FamilyFate>();
        foreach (var batch in families)
            foreach (var row in batch.Rows)
            {
                var fate = FamilyFate.Of(row, pair);
                all.Add(fate);
                units.Add(row, fate);
            }
        var interviewed = all.Where(f => f.Before == Fate.Interviewed).ToList();
        var closed = interviewed.Where(f => IsInBase(f)).ToList();
        var kept = closed.Where(f => f.After == Fate.Interviewed).ToList();
        return new(
            new(pair.Design.Synthetic, asOf), pair.Before.Name, pair.After.Name, AttritionFlow.Of(pair, all), Losses(interviewed, closed), Groups(pair, interviewed), units.Counts(),
            new(new(kept.Count, closed.Count), Cumulative(all)), Steps(closed), Score(kept, [.. closed.Where(f => f.After == Fate.Lost)]), Benchmark(closed));
    }

    /// <summary>A family in the base of the percentages: its window has closed, and it could have been interviewed.</summary>
    internal static bool IsInBase(FamilyFate family) => family is { Closed: true, After: Fate.Interviewed or Fate.Lost or Fate.NoDisposition };

    private static ImmutableArray<LossReason> Losses(List<FamilyFate> interviewed, List<FamilyFate> closed) =>
        [.. interviewed.Where(f => f.After == Fate.Lost).GroupBy(f => (f.LossGroup, f.LossLabel))
            .Select(g => new LossReason((LossGroup)IndexOf(EnumWords<LossGroup>.All, g.Key.LossGroup), g.Key.LossLabel, g.Count(), new(g.Count(f => f.Closed), closed.Count)))
            .OrderBy(r => r.Group).ThenByDescending(r => r.Families).ThenBy(r => r.Label, StringComparer.Ordinal)];

    private static ImmutableArray<AttritionGroup> Groups(WavePair pair, List<FamilyFate> interviewed)
    {
        IEnumerable<AttritionGroup> By(string by, IEnumerable<string> order, Func<FamilyFate, string> key)
        {
            var groups = interviewed.ToLookup(key);
            return order.Concat(groups.Select(g => g.Key).Order(StringComparer.Ordinal)).Distinct().Where(groups.Contains).Select(k => Group(by, k.Length == 0 ? "not known" : k, [.. groups[k]]));
        }
        return
        [
            Group("all", "all", interviewed),
            .. By("site", [], f => f.Site),
            .. By("band", pair.Design.Bands.Select(b => b.Code), f => f.Band),
            .. By("cohort", pair.Design.Cohorts.Select(c => c.Code.Text), f => f.Cohort),
            .. By("worker change", [.. EnumWords<WorkerChange>.All.Skip(3), .. EnumWords<WorkerChange>.All.Take(3).Reverse()], f => f.WorkerChange),
        ];
    }

    private static AttritionGroup Group(string by, string name, List<FamilyFate> families)
    {
        int Count(Fate fate) => families.Count(f => f.After == fate);
        var closed = families.Where(IsInBase).ToList();
        Rate Of(Fate fate) => new(closed.Count(f => f.After == fate), closed.Count);
        return new(by, name, families.Count, Count(Fate.Interviewed), Count(Fate.Lost), Count(Fate.NotYetDue), Count(Fate.InField), Count(Fate.DiedOrIneligible), Count(Fate.NotDue),
            Count(Fate.NoDisposition), Of(Fate.Interviewed), Of(Fate.Lost), Of(Fate.NoDisposition));
    }

    private static Rate Cumulative(List<FamilyFate> all)
    {
        var first = all.Where(f => f.FirstFate == EnumWords<Fate>.Of(Fate.Interviewed) && IsInBase(f)).ToList();
        return new(first.Count(f => f.After == Fate.Interviewed), first.Count);
    }

    /// <summary>Location, contact, cooperation (DOMAIN §3.3), then what is none of them.</summary>
    private static ImmutableArray<ResponseStep> Steps(List<FamilyFate> closed)
    {
        var left = closed.Count;
        ResponseStep Next(string label, Func<FamilyFate, bool> stopped)
        {
            var passed = left - closed.Count(stopped);
            var step = new ResponseStep(label, new(passed, left));
            left = passed;
            return step;
        }
        bool LostAt(FamilyFate f, LossGroup group) => f.After == Fate.Lost && f.LossGroup == EnumWords<LossGroup>.Of(group);
        return
        [
            Next("Located", f => LostAt(f, LossGroup.Location)),
            Next("Contacted, of those located", f => LostAt(f, LossGroup.Contact)),
            Next("Cooperated, of those contacted", f => LostAt(f, LossGroup.Cooperation)),
            Next("Interviewed, of those who cooperated", f => LostAt(f, LossGroup.Other) || f.After == Fate.NoDisposition),
        ];
    }

    private static KeptAgainstLost Score(List<FamilyFate> kept, List<FamilyFate> lost)
    {
        var (a, b) = (Moments.Of(Scores(kept)), Moments.Of(Scores(lost)));
        return new(WavePair.OutcomeScale, a, b, Moments.StandardisedDifference(b, a), kept.Count - a.N, lost.Count - b.N);
    }

    private static List<double> Scores(IEnumerable<FamilyFate> families) => [.. families.Where(f => f.Score is not null).Select(f => f.Score!.Value)];

    private static AttritionBenchmark? Benchmark(List<FamilyFate> closed)
    {
        var same = closed.Where(f => f.WorkerChange == EnumWords<WorkerChange>.Of(WorkerChange.None)).ToList();
        var changed = closed.Where(f => f.WorkerChange == EnumWords<WorkerChange>.Of(WorkerChange.One) || f.WorkerChange == EnumWords<WorkerChange>.Of(WorkerChange.TwoOrMore)).ToList();
        return AttritionBoundary.Of(same.Count(f => f.After == Fate.Interviewed), same.Count, changed.Count(f => f.After == Fate.Interviewed), changed.Count);
    }

    private static int IndexOf(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++) if (words[i] == word) return i;
        return -1;
    }
}
