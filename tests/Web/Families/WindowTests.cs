using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Tests.Web.Kit;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Tests.Web.Families;

/// <summary>Correcting the day that a wave hangs on moves the wave, and everybody is told.</summary>
public sealed class WindowTests(RunningStudy study)
{
    private async Task<JsonElement> Send(HttpMethod method, string path, object? body = null, string? operation = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}");
        if (body is not null) request.Content = JsonContent.Create(body);
        if (operation is not null) request.Headers.Add("Idempotency-Key", operation);
        using var http = new HttpClient { BaseAddress = study.Address };
        request.Headers.Authorization = new("Bearer", await (await study.At(RunningStudy.OwnSite, Roles.Coordinator)).Token(study));
        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static object Visit(DateOnly on) => new { visits = new[] { new { on } } };

    [Fact]
    public async Task The_api_says_what_a_corrected_interview_moved_however_often_it_is_sent()
    {
        var family = await study.Family();
        var (first, then) = (OpenedStudy.Today.AddDays(-20), OpenedStudy.Today.AddDays(-10));
        await Send(HttpMethod.Put, $"/families/{family.Id}/interviews/t1", Visit(first));
        for (var i = 0; i < 2; i++)
        {
            var moved = Assert.Single((await Send(HttpMethod.Put, $"/families/{family.Id}/interviews/t1", Visit(then), $"moved-{family.Id}")).GetProperty("moved").EnumerateArray());
            Assert.Equal(("t2", $"{first.AddMonths(6):yyyy-MM-dd}", $"{then.AddMonths(6):yyyy-MM-dd}"),
                (moved.GetProperty("wave").GetString(), moved.GetProperty("from").GetProperty("target").GetString(), moved.GetProperty("to").GetProperty("target").GetString()));
        }
        var windows = await Send(HttpMethod.Get, $"/families/{family.Id}/windows");
        var second = windows.GetProperty("waves")[1];
        Assert.Equal(("last-visit", $"{then:yyyy-MM-dd}", "not-open"), (second.GetProperty("counted").GetString(), second.GetProperty("anchor").GetString(), second.GetProperty("state").GetString()));
        Assert.Equal(2, windows.GetProperty("moves").GetArrayLength());
    }

    [Fact]
    public async Task The_page_says_what_an_interview_moved_and_the_timeline_keeps_it()
    {
        var family = await study.Family();
        var on = OpenedStudy.Today.AddDays(-9);
        var coordinator = await study.At(RunningStudy.OwnSite, Roles.Coordinator);
        var saved = await coordinator.Post(FamiliesLinks.Interview(family.Id, OpenedStudy.T1), new Dictionary<string, string>
        {
            ["Visits[0].On.Day"] = $"{on.Day}", ["Visits[0].On.Month"] = $"{on.Month}", ["Visits[0].On.Year"] = $"{on.Year}", ["Visits[0].Mode"] = "FaceToFace",
            ["Respondent"] = $"{family.Parent().Id}", ["Interviewer"] = "somebody", ["Language"] = "en", ["Interpreter"] = "None",
        });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var page = await coordinator.Get(saved.Location!);
        Assert.Contains($"The Time 1 interview is recorded. Time 2 is now due on {on.AddMonths(6).Words()}", page.Words, StringComparison.Ordinal);
        Assert.Contains($"Time 2 is now due on {on.AddMonths(6).Words()}", page.Document.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
    }
}
