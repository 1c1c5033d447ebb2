using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Web.Kit;

namespace SosLongitudinal.Tests.Web.Instruments;

/// <summary>The API as one who drafts instruments uses it.</summary>
internal static class DraftedForms
{
    public static async Task<(HttpStatusCode Status, JsonElement Body)> Ask(this RunningStudy study, HttpMethod method, string path, string? json = null, Roles role = Roles.Administrator)
    {
        using var http = new HttpClient { BaseAddress = new(study.Address, "/api/v1/") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await (await study.As(role)).Token(study));
        using var request = new HttpRequestMessage(method, path);
        if (json is not null) request.Content = new StringContent(json, null, "application/json");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement.Clone());
    }

    /// <summary>The housing form under an id of the test's own, as a definition's text.</summary>
    public static string Housing(string id, InstrumentDefinition? version = null) => InstrumentText.Write((version ?? Tests.Kit.Housing.First) with { Id = new(id) });

    /// <summary>Version 1 published.</summary>
    public static async Task Published(this RunningStudy study, string id)
    {
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Put, $"instruments/{id}/draft", Housing(id))).Status);
        Assert.Equal(HttpStatusCode.OK, (await study.Ask(HttpMethod.Post, $"instruments/{id}/publish")).Status);
    }

    public static string[] Codes(this JsonElement element, string list, string property) => [.. element.GetProperty(list).EnumerateArray().Select(e => e.GetProperty(property).GetString()!)];
}
