using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Study.Families;

namespace SosLongitudinal.Extracts;

/// <summary>What a register shard streams: each element is one Arrow IPC message that can be read without the others.</summary>
public static class ShardProjection
{
    public static IEnumerable<byte[]> Batches(Dataset dataset, ProjectionContext context, IReadOnlyList<FamilyState> snapshot, int maxRows = 4_096) =>
        Projection.Batches(dataset, context, snapshot, maxRows).Select(ArrowIpc.Write);
}
