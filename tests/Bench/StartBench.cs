namespace SosLongitudinal.Bench;

/// <summary>From the command to the first page: the demo study on an empty folder, and again on a full one.</summary>
internal static class StartBench
{
    public static async Task Run(Report report, int[] sizes)
    {
        for (var i = 0; i < 3; i++)
        {
            var data = Directory.CreateTempSubdirectory("sos-bench-start-").FullName;
            var (first, made) = await DemoServer.Start(data, 270, "/sign-in");
            await first.DisposeAsync();
            var (second, again) = await DemoServer.Start(data, 270, "/sign-in");
            await second.DisposeAsync();
            Directory.Delete(data, recursive: true);
            report.Add("start to first page, demo study", "270 families", $"{made.TotalSeconds:F1} s with making it, {again.TotalSeconds:F1} s after that", "<= 5 s");
        }
    }
}
