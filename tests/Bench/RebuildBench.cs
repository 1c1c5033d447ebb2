namespace SosLongitudinal.Bench;

/// <summary>Registers rebuilt from the store: a start on a full data folder until the process is ready, which it is when every shard has loaded.</summary>
internal static class RebuildBench
{
    public static async Task Run(Report report, int[] sizes)
    {
        foreach (var size in sizes)
        {
            var data = await DataFolders.Of(size);
            var (sos, untilReady) = await DemoServer.Start(data, size);
            await using var _ = sos;
            report.Add("registers rebuilt, 2 waves, SQLite", $"{size} families",
                $"{untilReady.TotalSeconds:F1} s from the start of the process, peak {sos.PeakMiB} MiB, {DataFolders.MiB(data)} MiB on disk", "<= 10 s, <= 1,536 MiB at 100,000");
        }
    }
}
