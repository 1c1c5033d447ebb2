using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Logic;

/// <summary>A form so far, asked about through HTTP.</summary>
public sealed class EvaluateTests(RunningStudy study)
{
    private const string Address = "/api/v1/instruments/sdq-p-4-17/evaluate";

    [Fact]
    public async Task A_client_is_told_what_applies_what_does_not_fit_and_what_it_scores()
    {
        var answers = new Dictionary<string, int>();
        foreach (var item in SosLongitudinal.Study.Instruments.InstrumentShelf.Library["sdq-p-4-17"].Items.Take(25)) answers[item.Name] = 1;
        answers["ebddiff"] = 0;
        answers["imphome"] = 2;
        answers["restles"] = 7;
        var look = await Ask(await Client(), new { answers });
        Assert.False(Item(look, "imphome").GetProperty("applies").GetBoolean());
        Assert.True(Item(look, "consid").GetProperty("applies").GetBoolean());
        Assert.Contains("one of 0, 1, 2", Item(look, "restles").GetProperty("fault").GetString(), StringComparison.Ordinal);
        Assert.Equal("imphome", look.GetProperty("setAside")[0].GetString());
        Assert.Equal(5, look.GetProperty("scores").GetProperty("emotion").GetInt32());
    }

    [Fact]
    public async Task A_pages_script_may_ask_by_its_cookie_with_text_as_keyed()
    {
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        var look = await Ask(visitor.Http, new { keyed = new Dictionary<string, string> { ["ebddiff"] = "1", ["imphome"] = "refused" } });
        Assert.True(Item(look, "imphome").GetProperty("offered").GetBoolean());
    }

    [Fact]
    public async Task An_instrument_or_version_that_is_not_there_is_not_found()
    {
        using var answer = await (await Client()).PostAsJsonAsync(Address, new { version = 99 }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<HttpClient> Client()
    {
        var http = new HttpClient { BaseAddress = study.Address };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await (await study.At(RunningStudy.OwnSite, Roles.Analyst)).Token(study));
        return http;
    }

    private static async Task<JsonElement> Ask(HttpClient http, object body)
    {
        using var answer = await http.PostAsJsonAsync(Address, body, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static JsonElement Item(JsonElement look, string name) => look.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("name").GetString() == name);
}
