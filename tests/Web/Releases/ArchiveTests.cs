using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;
using Sylvan.Data.Csv;

namespace SosLongitudinal.Tests.Web.Releases;

/// <summary>What a deposit is made of, and what is done with categories that few have.</summary>
public sealed class ArchiveTests(RunningDemo demo)
{
    [Theory]
    [InlineData("sdq", "wide")]
    [InlineData("families", "wide")]
    [InlineData("case-events", "long")]
    public async Task A_deposit_names_no_site_and_no_day_and_every_code_in_it_is_documented(string dataset, string shape)
    {
        var analyst = await demo.As(Roles.Analyst);
        var release = await demo.Release(analyst, new { dataset, shape, profile = "archive", formats = new[] { "csv", "sav" } });
        var data = await File(analyst, release, f => f.StartsWith($"{dataset}-", StringComparison.Ordinal) && f.EndsWith(".csv", StringComparison.Ordinal));
        var rows = Rows(data);
        Assert.NotEmpty(rows);
        Assert.DoesNotContain(rows[0].Keys, name => name.Contains("site", StringComparison.Ordinal) && !name.Contains("_n_", StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\b20[0-9]{2}-[0-9]{2}-[0-9]{2}\b", data);
        Assert.DoesNotContain("brackenshire", data, StringComparison.Ordinal);
        var frequencies = Rows(await File(analyst, release, f => f == "frequencies.csv"));
        Assert.NotEmpty(frequencies);
        Assert.Empty(frequencies.Where(f => f["documented"] != "yes").Select(f => $"{f["column"]} = {f["value"]}"));
        Assert.Contains("Weights: none", await File(analyst, release, f => f.EndsWith(".csv.html", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_never_interviewed_are_in_a_file_of_their_own()
    {
        var analyst = await demo.As(Roles.Analyst);
        var (met, never, all) = (await Lines(analyst, "only"), await Lines(analyst, "none"), await Lines(analyst, "all"));
        Assert.Equal(all, met + never);
        Assert.True(met > 0 && never > 0, $"{met} met, {never} never");

        async Task<int> Lines(Visitor visitor, string respondents) =>
            Rows(await Text(visitor, new { dataset = "families", shape = "wide", columns = new[] { "family" }, respondents })).Count;
    }

    [Fact]
    public async Task Rare_categories_stand_together_as_other_and_the_rest_stays_as_it_was()
    {
        var analyst = await demo.As(Roles.Analyst);
        string[] columns = ["family", "t1_disposition", "end_reason", "t1_pconsid"];
        var plain = Rows(await Text(analyst, new { dataset = "families", shape = "wide", columns = columns[..3] }));
        var merged = Rows(await Text(analyst, new { dataset = "families", shape = "wide", columns = columns[..3], privacy = new { merge = new[] { "end_reason" }, mergeBelow = 20 } }));
        var counts = plain.Where(r => r["end_reason"].Length > 0).GroupBy(r => r["end_reason"]).ToDictionary(g => g.Key, g => g.Count());
        Assert.Contains(counts.Values, n => n < 20);
        Assert.All(merged.Where(r => r["end_reason"].Length > 0).GroupBy(r => r["end_reason"]), g => Assert.True(g.Count() >= 20 || g.Key == "other", $"{g.Key}: {g.Count()}"));
        Assert.Equal(plain.Select(r => r["end_reason"].Length == 0), merged.Select(r => r["end_reason"].Length == 0));
        Assert.All(plain.Zip(merged), pair => Assert.True(pair.Second["end_reason"] == pair.First["end_reason"] || pair.Second["end_reason"] == "other"));
    }

    [Fact]
    public async Task A_table_for_publication_hides_small_counts_by_page_and_by_api()
    {
        var analyst = await demo.As(Roles.Analyst);
        using var answer = await demo.Ask(analyst, HttpMethod.Get, "analysis/table?rows=site_now&columns=t2_fate&profile=dfe", null);
        var table = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        var counts = table.GetProperty("counts").EnumerateArray().SelectMany(r => r.EnumerateArray()).ToList();
        Assert.Contains(counts, c => c.ValueKind == JsonValueKind.Null);
        Assert.DoesNotContain(counts, c => c.ValueKind == JsonValueKind.Number && c.GetInt32() is > 0 and < 6);
        var page = await analyst.Get("/analysis/table?Dataset=families&Rows=site_now&Columns=t2_fate&Profile=dfe");
        Assert.Contains("Totals are to the nearest 10", page.Text, StringComparison.Ordinal);
        Assert.Contains("Brackenshire", page.Text, StringComparison.Ordinal);
        using var refused = await demo.Ask(analyst, HttpMethod.Get, "analysis/table?rows=family&columns=t2_fate", null);
        Assert.Contains("table.column", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("sav")]
    public async Task A_program_for_an_extract_reads_the_token_from_the_environment_and_holds_none(string format)
    {
        var analyst = await demo.As(Roles.Analyst);
        var page = await analyst.Get($"/extracts/sdq/program?shape=wide&format={format}");
        Assert.Contains($"/api/v1/extracts/sdq.{format}?shape=wide", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sys.getenv", page.Text, StringComparison.Ordinal);
        Assert.Contains("os.environ", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("sos_", page.Text, StringComparison.Ordinal);
    }

    private async Task<string> File(Visitor visitor, JsonElement release, Func<string, bool> which)
    {
        var name = release.GetProperty("files").EnumerateArray().Select(f => f.GetProperty("name").GetString()!).First(which);
        using var answer = await demo.Ask(visitor, HttpMethod.Get, $"releases/{release.GetProperty("id").GetString()}/files/{name}", null);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<string> Text(Visitor visitor, object recipe)
    {
        using var answer = await demo.Ask(visitor, HttpMethod.Post, "extracts", recipe);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text;
    }

    private static List<Dictionary<string, string>> Rows(string text)
    {
        using var csv = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { BufferSize = 1 << 20 });
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read()) rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString));
        return rows;
    }
}
