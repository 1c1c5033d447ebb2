using System.Collections.Immutable;
using SosLongitudinal.Analysis.Results;
using SosLongitudinal.Analysis.Statistics;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Extracts.Tables;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Analysis.Workers;

/// <summary>Makes the worker-change table of one pair of waves from the <c>families</c> table.</summary>
public static class WorkerChangeTable
{
    private const int GoalsKnown = 2;
    private const int GoalsInPart = 1;

    private static readonly ImmutableArray<WorkerChange> Order =
        [WorkerChange.None, WorkerChange.One, WorkerChange.TwoOrMore, WorkerChange.Unallocated, WorkerChange.Closed, WorkerChange.NotKnown];

    /// <summary>The columns that it reads: ask the registers for these only.</summary>
    public static IEnumerable<string> Columns(WavePair pair) => FamilyExposure.Columns(pair);

    public static WorkerChangeResult Of(WavePair pair, IEnumerable<TableBatch> families, DateOnly asOf)
    {
        var all = families.SelectMany(batch => batch.Rows.Select(row => FamilyExposure.Of(row, batch, pair))).Where(f => f.WasInterviewed).ToList();
        var over = all.Where(f => f.Change is not (null or BetweenWords.NotOver)).ToList();
        var same = over.Where(f => f.Change == EnumWords<WorkerChange>.Of(WorkerChange.None)).ToList();
        return new(
            new(pair.Design.Synthetic, asOf), pair.Before.Name, pair.After.Name, pair.After.OffsetMonths, WavePair.OutcomeScale, pair.Outcome?.Title ?? "", all.Count - over.Count,
            over.Count(f => f.Fate == EnumWords<Fate>.Of(Fate.DiedOrIneligible)),
            [
                .. Order.Select(change => Group("worker change", EnumWords<WorkerChange>.Of(change), [.. over.Where(f => f.Change == EnumWords<WorkerChange>.Of(change))], same)),
                .. AgencyGroups(over),
            ]);
    }

    private static IEnumerable<WorkerChangeGroup> AgencyGroups(List<FamilyExposure> over)
    {
        var none = over.Where(f => f.AnyAgency == "no").ToList();
        return ((string[])["no", "yes", "not-known"]).Select(any => Group("any agency", any, [.. over.Where(f => f.AnyAgency == any)], none));
    }

    private static WorkerChangeGroup Group(string by, string name, List<FamilyExposure> families, List<FamilyExposure> reference)
    {
        var closed = families.Where(f => f.Closed && f.Fate is not ("died-or-ineligible" or "not-due")).ToList();
        var paired = families.Where(f => f.ScoreChange is not null).ToList();
        var change = Moments.Of([.. paired.Select(f => f.ScoreChange!.Value)]);
        var isReference = families.Count == reference.Count && families.SequenceEqual(reference, ReferenceEqualityComparer.Instance as IEqualityComparer<FamilyExposure>);
        var bySite = isReference ? [] : DifferencesBySite(paired, [.. reference.Where(f => f.ScoreChange is not null)]);
        var kept = families.Where(f => f.Fate == EnumWords<Fate>.Of(Fate.Interviewed)).ToList();
        var goals = kept.Where(f => f.Goals is not null).ToList();
        return new(
            by, name, families.Count, new(closed.Count(f => f.Fate == EnumWords<Fate>.Of(Fate.Interviewed)), closed.Count), paired.Count,
            families.Count(f => f.Pair == PairKind.MixedRespondent), families.Count(f => f.Pair == PairKind.MixedForm),
            kept.Count(f => f.Pair == PairKind.None || (f.Pair == PairKind.Declared && f.ScoreChange is null)),
            Moments.Of([.. paired.Select(f => f.ScoreBefore!.Value)]), Moments.Of([.. paired.Select(f => f.ScoreAfter!.Value)]), change,
            isReference ? null : Difference.Welch(change, Moments.Of([.. reference.Where(f => f.ScoreChange is not null).Select(f => f.ScoreChange!.Value)])),
            isReference ? null : Difference.OfSites(bySite), bySite.Count,
            Moments.Of([.. kept.Where(f => f.Agreement is not null).Select(f => f.Agreement!.Value)]),
            new(goals.Count(f => f.Goals == GoalsKnown), goals.Count), new(goals.Count(f => f.Goals == GoalsInPart), goals.Count));
    }

    private static List<double> DifferencesBySite(List<FamilyExposure> group, List<FamilyExposure> reference)
    {
        var sites = reference.ToLookup(f => f.Site);
        return [.. group.GroupBy(f => f.Site).Where(g => sites.Contains(g.Key)).Select(g => g.Average(f => f.ScoreChange!.Value) - sites[g.Key].Average(f => f.ScoreChange!.Value))];
    }
}
