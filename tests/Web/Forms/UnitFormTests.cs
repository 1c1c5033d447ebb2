using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Forms;

/// <summary>Forms about social workers and sites, by page, by API and in the extract.</summary>
public sealed class UnitFormTests(RunningStudy study)
{
    private static readonly DateOnly Day = OpenedStudy.Today.AddDays(-2);

    [Fact]
    public async Task A_workers_survey_is_entered_shown_and_corrected_with_a_reason()
    {
        var worker = await study.Worker("Surveyed");
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Interviewer);
        var path = $"/workers/{worker.Id}/forms/t1/worker-survey";
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get(path)).Status);
        var saved = await visitor.Post($"{path}/enter", Fields(("answer.use_map", "3"), ("answer.view_map", "4"), ("answer.trained", "2")));
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        Assert.Contains("3 Every week", (await visitor.Get(path)).Words, StringComparison.Ordinal);

        var silent = await visitor.Post($"{path}/enter", Fields(("answer.use_map", "4")));
        Assert.Contains("with a reason", silent.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Post($"{path}/enter", Fields(("answer.use_map", "4"), ("Reason", "misread")))).Status);
        Assert.Contains("4 Most days", (await visitor.Get(path)).Words, StringComparison.Ordinal);
        var coordinator = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        Assert.Contains("Entered", (await coordinator.Get($"/workers/{worker.Id}")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_profile_comes_by_the_api_and_leaves_in_the_extract_with_its_mean()
    {
        var (answers, path) = (new Dictionary<string, int> { ["implement"] = 6, ["prog1"] = 1, ["prog2"] = 2, ["prog3"] = 2, ["prog4"] = 3, ["prog5"] = 3, ["prog6"] = 3 }, $"/api/v1/sites/{RunningStudy.OwnSite}/forms/t1/site-profile");
        using var put = await Send(Roles.Researcher, HttpMethod.Put, path, new { completedOn = $"{Day:O}", answers, mode = "interview", reason = "as told" });
        var saved = await put.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(2.33m, saved.GetProperty("scores").GetProperty("progmean").GetDecimal());

        using var csv = await Send(Roles.Analyst, HttpMethod.Get, "/api/v1/extracts/site-profile.csv", null);
        var rows = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n").Select(r => r.Split(',')).ToList();
        var row = rows.Single(r => r.Contains($"{RunningStudy.OwnSite}"));
        Assert.Equal("2.33", row[Array.IndexOf(rows[0], "progmean")]);
        Assert.Equal("6", row[Array.IndexOf(rows[0], "implement")]);
    }

    [Fact]
    public async Task A_diary_of_minutes_adds_up_over_its_days()
    {
        var worker = await study.Worker("Diarist");
        var answers = new Dictionary<string, object> { ["day_1"] = $"{Day:O}", ["mchild_1"] = 60, ["mcarer_1"] = 30, ["mrecord_1"] = 200, ["mchild_2"] = 45 };
        using var put = await Send(Roles.Coordinator, HttpMethod.Put, $"/api/v1/workers/{worker.Id}/forms/t1/contact-diary", new { completedOn = $"{Day:O}", answers });
        var scores = (await put.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("scores");
        Assert.Equal((135, 105), (scores.GetProperty("directmin").GetInt32(), scores.GetProperty("facemin").GetInt32()));

        using var csv = await Send(Roles.Analyst, HttpMethod.Get, "/api/v1/extracts/contact-diary.csv", null);
        Assert.Contains($"{worker.Id},", await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_of_another_site_does_not_exist()
    {
        var elsewhere = await study.Worker("Elsewhere", RunningStudy.OtherSite);
        var visitor = await study.At(RunningStudy.OwnSite, Roles.Researcher);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/workers/{elsewhere.Id}/forms/t1/worker-survey/enter")).Status);
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] answers) =>
    [
        new("CompletedOn.Day", $"{Day.Day}"), new("CompletedOn.Month", $"{Day.Month}"), new("CompletedOn.Year", $"{Day.Year}"), new("Mode", "Online"), new("Language", "en"),
        .. answers.Select(a => KeyValuePair.Create(a.Name, a.Value)),
    ];

    private async Task<HttpResponseMessage> Send(Roles roles, HttpMethod method, string path, object? body)
    {
        using var http = new HttpClient { BaseAddress = study.Address };
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await (await study.As(roles)).Token(study));
        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return answer;
    }
}
