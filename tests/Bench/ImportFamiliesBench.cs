using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace SosLongitudinal.Bench;

/// <summary>
/// A list of families into a study of a thousand: each a child and a parent with a worker, consent and contact details of both; checked, saved, and sent once
/// more. The largest of the sizes asked for is what is run.
/// </summary>
internal static class ImportFamiliesBench
{
    public static async Task Run(Report report, int[] sizes)
    {
        var families = sizes.Max();
        var data = await DataFolders.Of(1_000);
        var (sos, _) = await DemoServer.Start(data, 1_000);
        await using var _ = sos;
        await sos.SignIn("admin@demo.example");
        var study = await sos.Http.GetFromJsonAsync<JsonElement>("/api/v1/study");
        var site = (await sos.Http.GetFromJsonAsync<JsonElement>("/api/v1/sites")).GetProperty("items")[0].GetProperty("code").GetString()!;
        var cohort = study.GetProperty("cohorts")[0];
        await Send(report: null, sos, "workers", Workers(site, cohort.GetProperty("starts").GetString()!), "", 50);
        var csv = Families(families, site, cohort.GetProperty("code").GetString()!, cohort.GetProperty("starts").GetString()!);
        foreach (var (what, query, taken) in new[] { ("checked", "?dryRun=true", families * 2), ("saved", "", families * 2), ("sent again", "", 0) })
            await Send(report, sos, "families", csv, query, taken, what, families);
    }

    private static async Task Send(Report? report, DemoServer sos, string list, byte[] csv, string query, int taken, string what = "", int families = 0)
    {
        var clock = Stopwatch.StartNew();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/imports/{list}{query}") { Content = new ByteArrayContent(csv) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } } };
        request.Headers.Accept.ParseAdd("application/x-ndjson");
        using var answer = await sos.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var last = "";
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync());
        while (await lines.ReadLineAsync() is { } line) last = line;
        if (!answer.IsSuccessStatusCode || JsonDocument.Parse(last).RootElement.GetProperty("report").GetProperty("taken").GetInt32() != taken) throw new InvalidOperationException(last);
        report?.Add($"list of families, {what}", $"{families} families, {csv.Length >> 20} MiB", $"{clock.Elapsed.TotalSeconds:F1} s, {families / clock.Elapsed.TotalSeconds:F0} families/s, peak {sos.PeakMiB} MiB", what == "saved" ? "100,000 in <= 120 s" : "");
    }

    private static byte[] Workers(string site, string from) =>
        Encoding.UTF8.GetBytes($"site,number,name,team,employment,from\n{string.Concat(Enumerable.Range(0, 50).Select(n => $"{site},bench-{n},Worker {n},North,permanent,{from}\n"))}");

    private static byte[] Families(int count, string site, string cohort, string sampled)
    {
        var text = new StringBuilder("site,serial,cohort,sampled_on,consented_on,consents,worker,role,birth,sex,name,address,postcode,phone\n");
        for (var n = 0; n < count; n++)
        {
            var (born, place) = (new DateOnly(2012, 1, 1).AddDays(n % 1_500), $"B{n % 90 + 10} {n / 90}");
            text.Append(CultureInfo.InvariantCulture, $"{site},list-{n},{cohort},{sampled},{sampled},all,bench-{n % 50},child,{born:yyyy-MM-dd},female,Child Bench{Letters(n)},{n} Bench Road,{place},\n");
            text.Append(CultureInfo.InvariantCulture, $"{site},list-{n},,,,,,parent,,female,Parent Bench{Letters(n)},{n} Bench Road,{place},01632 960{n % 1_000:000}\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A number as letters: names hold no digits.</summary>
    private static string Letters(int number) => string.Concat(number.ToString("0000000", CultureInfo.InvariantCulture).Select(c => (char)('a' + c - '0')));
}
