namespace SosLongitudinal.Bench;

/// <summary>Registers rebuilt from the store: a start on a full data folder until the process is ready, which it is when every shard has loaded; then again from what the shards kept.</summary>
internal static class RebuildBench
{
    /// <summary>The first reconcile comes after a minute and keeps what was loaded.</summary>
    private static readonly TimeSpan FirstKept = TimeSpan.FromMinutes(2);

    public static async Task Run(Report report, int[] sizes)
    {
        foreach (var size in sizes)
        {
            var data = await DataFolders.Of(size);
            var (sos, untilReady) = await DemoServer.Start(data, size);
            report.Add("registers rebuilt, 2 waves, SQLite", $"{size} families",
                $"{untilReady.TotalSeconds:F1} s from the start of the process, peak {sos.PeakMiB} MiB, {DataFolders.MiB(data)} MiB on disk", "<= 10 s, <= 1,536 MiB at 100,000");
            await Task.Delay(FirstKept); // nothing outside the process says when its shards were kept
            report.Add("registers kept for the next start", $"{size} families", $"peak {sos.PeakMiB} MiB, {DataFolders.MiB(data)} MiB on disk", "<= 1,536 MiB at 100,000");
            await sos.DisposeAsync();

            var (again, untilReadyAgain) = await DemoServer.Start(data, size);
            await using var _ = again;
            report.Add("start from what was kept", $"{size} families", $"{untilReadyAgain.TotalSeconds:F1} s from the start of the process, peak {again.PeakMiB} MiB", "<= 10 s, <= 1,536 MiB at 100,000");
        }
    }
}
