using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Releases;

public sealed class ReleaseTests(RunningStudy study)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_made_by_page_is_listed_shown_and_downloaded_with_the_hash_that_it_says()
    {
        var family = await study.Family();
        await study.EnterSdq(family);
        var analyst = await study.As(Roles.Analyst);
        var title = $"Table 3, {Guid.NewGuid():N}"[..20];
        var made = await analyst.Post("/releases/make", new { Title = title, Dataset = "sdq long", Formats = new[] { "csv", "dta", "parquet" }, Project = "Second report" });
        Assert.Equal(HttpStatusCode.Redirect, made.Status);
        Assert.Contains(title, (await analyst.Get("/releases")).Words, StringComparison.Ordinal);

        var shown = await analyst.Get(made.Location!);
        Assert.Contains("Second report", shown.Words, StringComparison.Ordinal);
        var rows = shown.Document.QuerySelectorAll("table tbody tr").Select(r => (Link: r.QuerySelector("a")!.GetAttribute("href")!, Sha: r.QuerySelectorAll("td").Last().TextContent.Trim())).ToList();
        Assert.Equal(["csv", "dta", "parquet"], rows.Select(r => r.Link.Split('.')[^1]).Where(e => e is "csv" or "dta" or "parquet").Order());
        foreach (var (link, sha) in rows)
            Assert.Equal(sha, Convert.ToHexStringLower(SHA256.HashData(await analyst.Http.GetByteArrayAsync(link, Stop))));
        Assert.Contains($"{family.Id}", await analyst.Http.GetStringAsync(rows.First(r => r.Link.EndsWith(".csv", StringComparison.Ordinal)).Link, Stop), StringComparison.Ordinal);
        Assert.Contains(rows, r => r.Link.EndsWith("recipe.json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recipe_gives_the_columns_and_rows_that_it_names_and_no_other()
    {
        var (here, there) = (await study.Family(), await study.Family(RunningStudy.OtherSite));
        using var answer = await Send(await study.As(Roles.Analyst), HttpMethod.Post, "extracts", new
        {
            dataset = "families", shape = "wide", columns = new[] { "family", "site_now", "stage" }, filters = new[] { new { column = "site_now", op = "is", values = new[] { "kelham" } } },
        });
        var lines = (await answer.Content.ReadAsStringAsync(Stop)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("family,site_now,stage", lines[0]);
        Assert.All(lines[1..], line => Assert.Contains(",kelham,", line, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith($"{there.Id},", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.StartsWith($"{here.Id},", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"dataset":"nothing"}""", "recipe.dataset")]
    [InlineData("""{"dataset":"sdq","columns":["name"]}""", "recipe.column")]
    [InlineData("""{"dataset":"sdq","filters":[{"column":"family","op":"at-least","values":["A"]}]}""", "recipe.not-ordered")]
    [InlineData("""{"dataset":"sdq","filters":[{"column":"family","op":"like","values":["A"]}]}""", "recipe.op")]
    [InlineData("""{"dataset":"sdq","shape":"round"}""", "recipe.word")]
    [InlineData("""{"dataset":"sdq","waves":["t9"]}""", "recipe.wave")]
    [InlineData("""{"dataset":"sdq","formats":["csv","dta"]}""", "recipe.one-format")]
    [InlineData("""{"dataset":"sdq","asOf":"2999-01-01T00:00:00Z"}""", "release.future")]
    [InlineData("""{"dataset":"sdq","frame":"ukda"}""", "missing.unknown-frame")]
    public async Task A_recipe_that_cannot_be_run_is_refused_in_a_sentence(string recipe, string code)
    {
        using var answer = await Send(await study.As(Roles.Analyst), HttpMethod.Post, "extracts", JsonSerializer.Deserialize<JsonElement>(recipe));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(code, await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_that_no_recipe_knows_is_a_bad_request_and_not_silently_left_out()
    {
        using var answer = await Send(await study.As(Roles.Analyst), HttpMethod.Post, "extracts", new { dataset = "sdq", filtres = Array.Empty<string>() });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_same_recipe_as_of_the_same_instant_gives_the_same_bytes_after_fifty_edits()
    {
        var families = new List<Study.Families.FamilyState>();
        for (var i = 0; i < 10; i++) families.Add(await study.Family());
        foreach (var family in families) await study.EnterSdq(family);
        var analyst = await study.As(Roles.Analyst);
        var formats = new[] { "csv", "tsv", "jsonl", "parquet", "arrow", "sav", "zsav", "dta", "xlsx" };
        foreach (var (dataset, shape) in new[] { ("sdq", "wide"), ("families", "wide") })
        {
            var first = await Made(analyst, new { dataset, shape, formats });
            await study.FiftyEdits(families);
            var second = await Made(analyst, new { dataset, shape, formats, asOf = first.GetProperty("asOf").GetString() });
            Assert.Equal(Hashes(first), Hashes(second));
            using var remade = await Send(analyst, HttpMethod.Post, $"releases/{first.GetProperty("id").GetString()}/remake", null);
            var files = (await remade.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("items").EnumerateArray().ToList();
            Assert.True(files.Count > formats.Length * 2);
            Assert.All(files, f => Assert.True(f.GetProperty("same").GetBoolean(), f.ToString()));
            var third = await Made(analyst, new { dataset, shape, formats });
            Assert.NotEqual(Hashes(first), Hashes(third));
        }
    }

    [Fact]
    public async Task A_file_of_a_release_comes_in_ranges()
    {
        var analyst = await study.As(Roles.Analyst);
        var made = await Made(analyst, new { dataset = "families", shape = "wide" });
        var path = $"releases/{made.GetProperty("id").GetString()}/files/recipe.json";
        using var whole = await Send(analyst, HttpMethod.Get, path, null);
        using var part = await Send(analyst, HttpMethod.Get, path, null, new RangeHeaderValue(10, 19));
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal((await whole.Content.ReadAsByteArrayAsync(Stop))[10..20], await part.Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(whole.Headers.ETag, part.Headers.ETag);
    }

    [Fact]
    public async Task A_release_of_all_sites_does_not_exist_for_an_analyst_of_one_and_theirs_holds_their_families_only()
    {
        var (here, there) = (await study.Family(), await study.Family(RunningStudy.OtherSite));
        var all = await Made(await study.As(Roles.Analyst), new { dataset = "families", shape = "wide" });
        var local = await study.At(RunningStudy.OwnSite, Roles.Analyst);
        foreach (var path in new[] { "", "/files/recipe.json" })
        {
            using var answer = await Send(local, HttpMethod.Get, $"releases/{all.GetProperty("id").GetString()}{path}", null);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        var own = await Made(local, new { dataset = "families", shape = "wide" });
        var csv = own.GetProperty("files").EnumerateArray().First(f => f.TryGetProperty("format", out var format) && format.GetString() == "csv").GetProperty("name").GetString();
        using var file = await Send(local, HttpMethod.Get, $"releases/{own.GetProperty("id").GetString()}/files/{csv}", null);
        var text = await file.Content.ReadAsStringAsync(Stop);
        Assert.Contains($"{here.Id}", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{there.Id}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Making_a_release_twice_under_one_key_makes_one()
    {
        var (analyst, key) = (await study.As(Roles.Analyst), $"{Guid.NewGuid()}");
        var first = await Made(analyst, new { dataset = "families", shape = "wide" }, key);
        var second = await Made(analyst, new { dataset = "families", shape = "wide" }, key);
        Assert.Equal(first.ToString(), second.ToString());
    }

    private static string[] Hashes(JsonElement release) => [.. release.GetProperty("files").EnumerateArray().Where(f => f.GetProperty("name").GetString() != "recipe.json").Select(f => $"{f.GetProperty("name")} {f.GetProperty("sha256")}")];

    private Task<JsonElement> Made(Visitor visitor, object recipe, string? key = null) => study.Release(visitor, recipe, key);

    private Task<HttpResponseMessage> Send(Visitor visitor, HttpMethod method, string path, object? body, RangeHeaderValue? range = null) => study.Ask(visitor, method, path, body, range: range);
}
