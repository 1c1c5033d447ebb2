using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Releases;

/// <summary>What each part of a recipe does to the file.</summary>
public sealed class RecipeTests(RunningStudy study)
{
    [Fact]
    public async Task A_wave_means_its_columns_in_a_wide_table()
    {
        var header = (await Lines(new { dataset = "sdq", shape = "wide", waves = new[] { "t1" } }))[0].Split(',');
        Assert.Contains("t1_pebdtot", header);
        Assert.DoesNotContain(header, name => name.StartsWith("t2_", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wave_means_its_rows_in_a_long_table_though_its_column_is_left_out()
    {
        var family = await study.Family();
        await study.EnterSdq(family);
        Assert.Contains($"{family.Id}", await Lines(new { dataset = "sdq", waves = new[] { "t1" }, columns = new[] { "family" } }));
        Assert.Equal(["family"], await Lines(new { dataset = "sdq", waves = new[] { "t2" }, columns = new[] { "family" } }));
    }

    [Fact]
    public async Task Labels_stand_in_the_place_of_codes_where_that_is_asked_for()
    {
        var family = await study.Family();
        await study.EnterSdq(family);
        async Task<string> Cell(string cells) => (await Lines(new { dataset = "sdq", columns = new[] { "family", "wave" }, cells })).Single(l => l.StartsWith($"{family.Id}", StringComparison.Ordinal));
        Assert.Equal($"{family.Id},t1", await Cell("codes"));
        Assert.Equal($"{family.Id},Time 1", await Cell("labels"));
    }

    [Fact]
    public async Task A_consent_leaves_out_families_that_never_gave_it_or_withdrew_it()
    {
        var (all, never, withdrew) = (await study.Family(), await study.Family(but: e => e with { Consents = [ConsentScope.Interview] }), await study.Family());
        OpenedStudy.Accepted(await study.Grains.Enrolment(withdrew.Id).Withdraw([ConsentScope.Archiving], WithdrawalExtent.NoFurtherContact, OpenedStudy.Today, OpenedStudy.Stamp("rang")));
        var families = await Lines(new { dataset = "families", shape = "wide", columns = new[] { "family" }, consent = "archiving" });
        Assert.Contains($"{all.Id}", families);
        Assert.DoesNotContain($"{never.Id}", families);
        Assert.DoesNotContain($"{withdrew.Id}", families);
    }

    [Fact]
    public async Task Without_an_instant_the_newest_is_read_and_with_one_what_came_later_is_not_there()
    {
        var before = await study.Family();
        var instant = before.ChangedAt;
        var after = await study.Family();
        var then = await Lines(new { dataset = "families", shape = "wide", columns = new[] { "family" }, asOf = instant });
        Assert.Contains($"{before.Id}", then);
        Assert.DoesNotContain($"{after.Id}", then);
        Assert.Contains($"{after.Id}", await Lines(new { dataset = "families", shape = "wide", columns = new[] { "family" } }));
    }

    [Fact]
    public async Task Bounds_and_missing_values_filter_rows()
    {
        var family = await study.Family();
        await study.EnterSdq(family); // every item answered 1
        Assert.Contains($"{family.Id}", await Filtered("consid", "at-least", "1"));
        Assert.DoesNotContain($"{family.Id}", await Filtered("consid", "at-least", "2"));
        Assert.Contains($"{family.Id}", await Filtered("completed_on", "at-most", $"{OpenedStudy.Today:yyyy-MM-dd}"));
        Assert.DoesNotContain($"{family.Id}", await Filtered("consid", "missing"));
        Assert.Contains($"{family.Id}", await Filtered("consid", "known"));
    }

    [Fact]
    public async Task The_page_shows_the_recipe_that_the_api_takes()
    {
        var analyst = await study.As(Roles.Analyst);
        var page = await analyst.Post("/releases/make", new { Dataset = "families wide", Formats = new[] { "csv" }, Filters = "site_now is kelham, ashbourne", Columns = "family", handler = "" });
        page.ShouldAskFor("Title", "Enter a title of at most 120 characters that says what the release is for.");
        var shown = await analyst.Send(await analyst.Get("/releases/make"), "/releases/make?handler=Recipe", new { Dataset = "families wide", Formats = new[] { "csv" }, Filters = "site_now is kelham, ashbourne", Columns = "family" });
        var json = shown.Document.QuerySelector("pre")!.TextContent;
        Assert.Equal(2, System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("filters")[0].GetProperty("values").GetArrayLength());
        using var answer = await study.Ask(analyst, HttpMethod.Post, "extracts", System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(json));
        Assert.StartsWith("family", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var file = await analyst.Send(await analyst.Get("/releases/make"), "/releases/make?handler=Download", new { Dataset = "families wide", Formats = new[] { "csv" }, Columns = "family" });
        Assert.StartsWith("family\r\n", file.Text, StringComparison.Ordinal);
    }

    private Task<string[]> Filtered(string column, string op, params string[] values) => Lines(new { dataset = "sdq", columns = new[] { "family" }, filters = new[] { new { column, op, values } } });

    private async Task<string[]> Lines(object recipe)
    {
        using var answer = await study.Ask(await study.As(Roles.Analyst), HttpMethod.Post, "extracts", recipe);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
