using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>One call of the API by somebody who is signed in, and what came back.</summary>
internal sealed record ApiCall(HttpStatusCode Status, JsonElement Body)
{
    public string Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString()! : $"{Status}: {Body}";

    public string? Text(string name) => Body.TryGetProperty(name, out var text) ? text.ToString() : $"{Status}: {Body}";

    public static async Task<ApiCall> Send(RunningStudy study, Visitor visitor, HttpMethod method, string path, object? body = null, string? operation = null)
    {
        using var request = new HttpRequestMessage(method, $"/api/v1{path}") { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new("Bearer", await visitor.Token(study));
        if (operation is not null) request.Headers.Add("Idempotency-Key", operation);
        using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new(answer.StatusCode, text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text));
    }
}
