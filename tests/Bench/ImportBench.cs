using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SosLongitudinal.Bench;

/// <summary>A file of SDQs into a study of a thousand families and as many more as the file has: checked, saved, and sent once more.</summary>
internal static class ImportBench
{
    private const int Families = 10_000;

    public static async Task Run(Report report, int[] sizes)
    {
        var data = await DataFolders.Of(1_000);
        var (sos, _) = await DemoServer.Start(data, 1_000);
        await using var _ = sos;
        await sos.SignIn("admin@demo.example");
        await FormLoad.Enrol(sos.Http, Families);
        var items = Enumerable.Range(1, 25).Select(i => i % 3).ToList();
        var names = string.Join(',', Study.Instruments.InstrumentShelf.Library["sdq-p-4-17"].Items.Take(25).Select(i => i.Name));
        var csv = Encoding.UTF8.GetBytes($"serial,completed_on,{names}\n{string.Concat(Enumerable.Range(0, Families).Select(n => $"bench-{n},2025-02-01,{string.Join(',', items)}\n"))}");
        foreach (var (what, query, taken) in new[] { ("checked", "&dryRun=true", Families), ("saved", "", Families), ("sent again", "", 0) })
        {
            var clock = Stopwatch.StartNew();
            using var content = new ByteArrayContent(csv) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
            using var answer = await sos.Http.PostAsync($"/api/v1/imports/responses?instrument=sdq-p-4-17&wave=t1&reason=bench{query}", content);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            if (!answer.IsSuccessStatusCode || body.GetProperty("taken").GetInt32() != taken) throw new InvalidOperationException($"{body}");
            report.Add($"import of responses, {what}", $"{Families} forms", $"{Families / clock.Elapsed.TotalSeconds:F0} forms/s, peak {sos.PeakMiB} MiB", what == "saved" ? ">= 2,000 forms/s" : "");
        }
    }
}
