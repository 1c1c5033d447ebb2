using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>All shards asked about queries and papers; each answers from memory.</summary>
public sealed class FormWorkRegisters(IGrainFactory grains)
{
    public async Task<QueryPage> Queries(QueryQuestion question)
    {
        var pages = await Ask(shard => shard.Queries(question));
        var (rows, next) = ShardWork.Page([.. pages.SelectMany(p => p.Rows)], r => r.Cursor, question.After, question.Take);
        return new(rows, pages.Sum(p => p.Total), next ?? (pages.Any(p => p.Next is not null) && rows.Length > 0 ? rows[^1].Cursor : null));
    }

    public async Task<ImmutableArray<QueryCount>> QueryCounts(QueryQuestion question) =>
        [.. (await Ask(shard => shard.QueryCounts(question))).SelectMany(c => c).GroupBy(c => c with { Queries = 0 }).Select(g => g.Key with { Queries = g.Sum(c => c.Queries) })];

    public async Task<ReceiptPage> Receipts(ReceiptQuestion question)
    {
        var pages = await Ask(shard => shard.Receipts(question));
        var (rows, next) = ShardWork.Page([.. pages.SelectMany(p => p.Rows)], r => r.Cursor, question.After, question.Take);
        return new(rows, pages.Sum(p => p.Total), next ?? (pages.Any(p => p.Next is not null) && rows.Length > 0 ? rows[^1].Cursor : null));
    }

    private Task<T[]> Ask<T>(Func<IFormWorkRegister, Task<T>> question) =>
        Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(number => question(grains.GetGrain<IFormWorkRegister>(number))));
}
