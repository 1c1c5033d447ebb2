using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;
using Sylvan.Data.Csv;

namespace SosLongitudinal.Tests.Web.Redcap;

/// <summary>Requests as REDCap's clients build them: a form with a token, and what REDCapR or PyCap put beside it.</summary>
internal sealed class RedcapClient(Uri address, string token) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address };

    public static async Task<RedcapClient> Of(RunningStudy study, string email, Roles roles = Roles.Analyst, SiteScope? sites = null)
    {
        await study.AddAccount(email, roles, sites ?? SiteScope.All);
        return new(study.Address, await Token(study, email));
    }

    public static async Task<string> Token(RunningStudy study, string email, int? days = 30)
    {
        using var http = new HttpClient { BaseAddress = study.Address };
        using var answer = await http.PostAsJsonAsync("/api/v1/tokens", new { email, password = RunningStudy.Password, name = "redcap", scope = "extract", days }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("token").GetString()!;
    }

    public async Task<(HttpStatusCode Status, string Text)> Post(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent([new("token", token), .. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))]);
        using var answer = await http.PostAsync("/redcap/api/", form, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async Task<List<Dictionary<string, string>>> Csv(string content, params (string Name, string Value)[] fields)
    {
        var (status, text) = await Post([("content", content), ("format", "csv"), .. fields]);
        Assert.True(status == HttpStatusCode.OK, text);
        return Rows(text);
    }

    /// <summary>What <c>redcap_read_oneshot</c> sends.</summary>
    public Task<List<Dictionary<string, string>>> Records(params (string Name, string Value)[] fields) => Csv("record",
        [("type", "flat"), ("rawOrLabel", "raw"), ("rawOrLabelHeaders", "raw"), ("exportCheckboxLabel", "false"), ("exportSurveyFields", "false"), ("exportDataAccessGroups", "false"), .. fields]);

    public async Task<JsonElement> Json(string content, params (string Name, string Value)[] fields)
    {
        var (status, text) = await Post([("content", content), ("format", "json"), .. fields]);
        Assert.True(status == HttpStatusCode.OK, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    public void Dispose() => http.Dispose();

    private static List<Dictionary<string, string>> Rows(string text)
    {
        using var csv = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { BufferSize = 1 << 20 });
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read()) rows.Add(Enumerable.Range(0, csv.FieldCount).ToDictionary(csv.GetName, csv.GetString));
        return rows;
    }
}
