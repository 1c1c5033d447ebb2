namespace SosLongitudinal.Bench;

/// <summary>Durable form submissions over HTTP by 32 clients, at growing sizes of the study.</summary>
internal static class FormsBench
{
    private const int Families = 8_000;
    private const int WarmUp = 12_000;

    public static async Task Run(Report report, int[] sizes)
    {
        foreach (var size in sizes)
        {
            var data = await DataFolders.Of(size);
            var (sos, _) = await DemoServer.Start(data, size);
            await using var _ = sos;
            await sos.SignIn("admin@demo.example");
            var forms = await FormLoad.Enrol(sos.Http, Families);
            await FormLoad.Write(sos.Http, forms[..WarmUp]);
            var (acknowledged, milliseconds, took) = await FormLoad.Write(sos.Http, forms[WarmUp..]);
            var times = new Times(milliseconds);
            report.Add($"forms over HTTP, 32 clients, {WarmUp} to warm up", $"{size} families",
                $"{acknowledged.Count / took.TotalSeconds:F0}/s, p50 {times.Median:F1} ms, p99 {times.P99:F1} ms, peak {sos.PeakMiB} MiB, {DataFolders.MiB(data)} MiB on disk", ">= 5,000/s, p99 <= 40 ms");
        }
    }
}
