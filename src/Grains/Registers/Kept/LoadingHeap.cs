using System.Runtime;

namespace SosLongitudinal.Grains.Registers.Kept;

/// <summary>
/// While shards load, whole collections stop the process instead of running beside it: nobody is answered yet, and beside the load they let the heap grow by a third and take a core from it. Once the
/// last shard has loaded they run beside the work again.
/// </summary>
public sealed class LoadingHeap
{
    private readonly Lock changing = new();
    private int loading;

    public void Begin()
    {
        lock (changing)
            if (loading++ == 0 && GCSettings.LatencyMode == GCLatencyMode.Interactive) GCSettings.LatencyMode = GCLatencyMode.Batch;
    }

    public void End()
    {
        lock (changing)
            if (--loading == 0 && GCSettings.LatencyMode == GCLatencyMode.Batch) GCSettings.LatencyMode = GCLatencyMode.Interactive;
    }
}
