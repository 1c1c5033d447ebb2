using System.Collections.Immutable;

namespace SosLongitudinal.Grains.Registers;

/// <summary>Queries and papers, read off the same families.</summary>
internal sealed partial class FamilyRegisterGrain : IFormWorkRegister
{
    public async Task<QueryPage> Queries(QueryQuestion question)
    {
        await Ready();
        return ShardWork.Queries(shard, question);
    }

    public async Task<ImmutableArray<QueryCount>> QueryCounts(QueryQuestion question)
    {
        await Ready();
        return ShardWork.Counts(shard, question);
    }

    public async Task<ReceiptPage> Receipts(ReceiptQuestion question)
    {
        var (frame, _) = await Ready();
        return ShardWork.Receipts(shard, frame.Design, question);
    }
}
