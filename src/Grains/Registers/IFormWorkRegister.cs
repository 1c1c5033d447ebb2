using System.Collections.Immutable;
using Orleans.Concurrency;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What a shard of the family register says about queries on forms and about paper forms on their way.</summary>
[GrainInterfaceType("sos.form-work-register")]
public interface IFormWorkRegister : IGrainWithIntegerKey
{
    [Alias("queries"), ReadOnly] Task<QueryPage> Queries(QueryQuestion question);

    /// <summary>Counts all that the question fits, whatever its page.</summary>
    [Alias("query-counts"), ReadOnly] Task<ImmutableArray<QueryCount>> QueryCounts(QueryQuestion question);
    [Alias("receipts"), ReadOnly] Task<ReceiptPage> Receipts(ReceiptQuestion question);
}
