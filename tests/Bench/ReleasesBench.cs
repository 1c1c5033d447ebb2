using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace SosLongitudinal.Bench;

/// <summary>A release made in every format and made again, and a REDCap client's export of all records, over HTTP.</summary>
internal static class ReleasesBench
{
    private static readonly string[] Formats = ["csv", "tsv", "jsonl", "parquet", "arrow", "sav", "zsav", "dta", "xlsx"];

    public static async Task Run(Report report, int[] sizes)
    {
        foreach (var size in sizes)
        {
            var (sos, _) = await DemoServer.Start(await DataFolders.Of(size), size);
            await using var _ = sos;
            await sos.SignIn("analyst@demo.example");
            foreach (var (dataset, shape) in new[] { ("sdq", "wide"), ("families", "wide") })
            {
                var began = Stopwatch.GetTimestamp();
                using var made = await sos.Http.PostAsJsonAsync("/api/v1/releases", new { title = "Measured", recipe = new { dataset, shape, formats = Formats } });
                made.EnsureSuccessStatusCode();
                var took = Stopwatch.GetElapsedTime(began);
                var release = await made.Content.ReadFromJsonAsync<JsonElement>();
                var bytes = release.GetProperty("files").EnumerateArray().Sum(f => f.GetProperty("length").GetInt64());
                report.Add($"release of {dataset}, nine formats", $"{size} families", $"{release.GetProperty("rows").GetInt64()} rows x {release.GetProperty("columns").GetInt32()} columns, {bytes / 1e6:F1} MB in {took.TotalSeconds:F1} s, peak {sos.PeakMiB} MiB");
                began = Stopwatch.GetTimestamp();
                using var again = await sos.Http.PostAsync($"/api/v1/releases/{release.GetProperty("id").GetString()}/remake", null);
                again.EnsureSuccessStatusCode();
                var files = (await again.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items").EnumerateArray().ToList();
                report.Add($"release of {dataset}, made again", $"{size} families", $"{files.Count(f => f.GetProperty("same").GetBoolean())} of {files.Count} files the same in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s, peak {sos.PeakMiB} MiB");
            }
        }
    }

    public static async Task Redcap(Report report, int[] sizes)
    {
        foreach (var size in sizes)
        {
            var (sos, _) = await DemoServer.Start(await DataFolders.Of(size), size);
            await using var _ = sos;
            using var issued = await sos.Http.PostAsJsonAsync("/api/v1/tokens", new { email = "analyst@demo.example", password = Study.Demo.DemoAccounts.Password, name = "bench", scope = "extract", days = 1 });
            issued.EnsureSuccessStatusCode();
            var token = (await issued.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
            foreach (var format in new[] { "csv", "json" })
            {
                var began = Stopwatch.GetTimestamp();
                using var form = new FormUrlEncodedContent([new("token", token), new("content", "record"), new("type", "flat"), new("format", format)]);
                using var request = new HttpRequestMessage(HttpMethod.Post, "/redcap/api/") { Content = form };
                using var answer = await sos.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                answer.EnsureSuccessStatusCode();
                await using var body = await answer.Content.ReadAsStreamAsync();
                var buffer = new byte[1 << 16];
                long bytes = await body.ReadAsync(buffer);
                var first = Stopwatch.GetElapsedTime(began);
                for (int read; (read = await body.ReadAsync(buffer)) > 0;) bytes += read;
                report.Add($"REDCap export of all records, {format}", $"{size} families", $"first byte {first.TotalMilliseconds:F0} ms, {bytes / 1e6:F1} MB in {Stopwatch.GetElapsedTime(began).TotalSeconds:F1} s, peak {sos.PeakMiB} MiB");
            }
        }
    }
}
