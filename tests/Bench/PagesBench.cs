using System.Diagnostics;

namespace SosLongitudinal.Bench;

/// <summary>Lists and searches, and the whole extract, over HTTP.</summary>
internal static class PagesBench
{
    private const int Requests = 400;

    private static readonly (string Name, string Path)[] Questions =
    [
        ("worklist (API, Time 2 open, by id)", "/api/v1/families?wave=t2&due=open&take=50"),
        ("one site's families (API)", "/api/v1/families?site=brackenshire&take=50"),
        ("search by serial (API)", "/api/v1/families?text=7&take=50"),
        ("outcome rates (API, Time 2, every grouping)", "/api/v1/rates?wave=t2"),
        ("whom to try next (API)", "/api/v1/attempts/to-try?take=50"),
    ];

    public static async Task Run(Report report, int[] sizes)
    {
        foreach (var size in sizes)
        {
            var (sos, _) = await DemoServer.Start(await DataFolders.Of(size), size);
            await using var _ = sos;
            await sos.SignIn("admin@demo.example");
            foreach (var (name, path) in Questions) report.Add(name, $"{size} families", $"{Words(await Ask(sos.Http, path, Requests))}", "p99 <= 100 ms");
            await Extract(sos.Http, report, size);
        }
    }

    private static string Words(Times times) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"p50 {times.Median:F1} ms, p99 {times.P99:F1} ms");

    internal static async Task<Times> Ask(HttpClient http, string path, int requests)
    {
        var all = new List<double>();
        for (var i = 0; i < requests + 20; i++)
        {
            var began = Stopwatch.GetTimestamp();
            (await http.GetAsync(path)).EnsureSuccessStatusCode();
            if (i >= 20) all.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        return new(all);
    }

    private static async Task Extract(HttpClient http, Report report, int size)
    {
        for (var i = 0; i < 3; i++)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync("/api/v1/extracts/sdq.csv?shape=long", HttpCompletionOption.ResponseHeadersRead);
            answer.EnsureSuccessStatusCode();
            await using var body = await answer.Content.ReadAsStreamAsync();
            var buffer = new byte[1 << 16];
            long bytes = await body.ReadAsync(buffer);
            var first = Stopwatch.GetElapsedTime(began);
            for (int read; (read = await body.ReadAsync(buffer)) > 0;) bytes += read;
            report.Add("extract sdq.csv over HTTP", $"{size} families", $"first byte {first.TotalMilliseconds:F0} ms, all {bytes >> 10} KiB in {Stopwatch.GetElapsedTime(began).TotalMilliseconds:F0} ms");
        }
    }
}
