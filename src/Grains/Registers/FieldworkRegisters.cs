using System.Collections.Immutable;
using SosLongitudinal.Study.Fieldwork.Outcomes;
using SosLongitudinal.Study.Fieldwork.Progress;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>All shards asked about how the field phase goes; each answers from memory.</summary>
public sealed class FieldworkRegisters(IGrainFactory grains)
{
    public async Task<OutcomeTally> Outcomes(OutcomeQuestion question)
    {
        var tallies = await Ask(shard => shard.Outcomes(question));
        return new(
            [.. tallies.SelectMany(t => t.Counts).GroupBy(c => (c.By, c.Group, c.Standing, c.Class, c.Code)).Select(g => g.First() with { Families = g.Sum(c => c.Families) })],
            new(tallies.Sum(t => t.Approach.Approached), tallies.Sum(t => t.Approach.NotApproached)));
    }

    public async Task<TryPage> ToTry(TryQuestion question)
    {
        var pages = await Ask(shard => shard.ToTry(question));
        var (rows, next) = ShardWork.Page([.. pages.SelectMany(p => p.Rows)], r => r.Cursor, question.After, question.Take);
        return new(rows, pages.Sum(p => p.Total), next ?? (pages.Any(p => p.Next is not null) && rows.Length > 0 ? rows[^1].Cursor : null));
    }

    public async Task<ImmutableArray<ProgressCount>> Progress(ImmutableArray<SiteCode>? scope) =>
        [.. (await Ask(shard => shard.Progress(scope))).SelectMany(c => c).GroupBy(c => c with { Families = 0 }).Select(g => g.Key with { Families = g.Sum(c => c.Families) })];

    private Task<T[]> Ask<T>(Func<IFieldworkRegister, Task<T>> question) =>
        Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(number => question(grains.GetGrain<IFieldworkRegister>(number))));
}
