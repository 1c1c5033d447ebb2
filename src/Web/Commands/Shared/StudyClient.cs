using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Api.Imports;
using SosLongitudinal.Web.Api.Shared;

namespace SosLongitudinal.Web.Commands.Shared;

/// <summary>
/// The study's HTTP API as commands use it: JSON, an operation id with every command, refusals as values. Throws <see cref="HttpRequestException"/> where
/// nobody answers.
/// </summary>
internal sealed class StudyClient : IDisposable
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    private readonly HttpClient http;

    public StudyClient(Uri server, string token, bool isQuiet = false)
    {
        IsQuiet = isQuiet;
        http = new HttpClient { BaseAddress = new(server, "/api/v1/"), Timeout = Timeout.InfiniteTimeSpan }; // an import may take minutes; a dead connection still breaks off
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Nothing is to be said of how far work has come.</summary>
    public bool IsQuiet { get; }

    /// <param name="path">Below <c>/api/v1/</c>, without a slash in front.</param>
    public Task<Decision<T>> Get<T>(string path, CancellationToken cancellation) => Ask<T>(new(HttpMethod.Get, path), cancellation);

    /// <param name="ifMatch">The revision that it is begun on, where the resource has one.</param>
    public Task<Decision<T>> Send<T>(HttpMethod method, string path, object? body, OperationId operation, CancellationToken cancellation, string? ifMatch = null)
    {
        var request = Command(method, path, JsonContent.Create(body, options: Json), operation);
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return Ask<T>(request, cancellation);
    }

    /// <summary>A file as the body.</summary>
    public Task<Decision<T>> Upload<T>(string path, HttpContent content, OperationId operation, CancellationToken cancellation) =>
        Ask<T>(Command(HttpMethod.Post, path, content, operation), cancellation);

    /// <summary>A small file as the answer.</summary>
    public async Task<Decision<byte[]>> Download(string path, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(cancellation) : await RefusalOf(answer, cancellation);
    }

    /// <summary>A file as the body and another as the answer; nothing is changed by it.</summary>
    public async Task<Decision<byte[]>> Convert(string path, HttpContent content, CancellationToken cancellation)
    {
        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), content, cancellation);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsByteArrayAsync(cancellation) : await RefusalOf(answer, cancellation);
    }

    /// <summary>A file as the body, answered line by line while it is worked on; a refusal is the only element where it was refused as a whole.</summary>
    public async IAsyncEnumerable<Decision<T>> Follow<T>(string path, HttpContent content, OperationId operation, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var request = Command(HttpMethod.Post, path, content, operation);
        request.Headers.Accept.ParseAdd(ImportLines.ContentType);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            yield return await RefusalOf(answer, cancellation);
            yield break;
        }
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        using var lines = new StreamReader(body);
        while (await lines.ReadLineAsync(cancellation) is { } line)
        {
            if (line.Length > 0) yield return JsonSerializer.Deserialize<T>(line, Json)!;
        }
    }

    /// <summary>A file, taken as it comes. A connection that breaks off before its end is a fault, never a short file.</summary>
    public async Task<Decision<T>> Fetch<T>(string path, Func<HttpResponseMessage, Task<T>> take, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
        return answer.IsSuccessStatusCode ? await take(answer) : await RefusalOf(answer, cancellation);
    }

    /// <summary>A file as the answer to a body, taken as it comes.</summary>
    public async Task<Decision<T>> Fetch<T>(string path, object body, Func<HttpResponseMessage, Task<T>> take, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body, options: Json) };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return answer.IsSuccessStatusCode ? await take(answer) : await RefusalOf(answer, cancellation);
    }

    /// <summary>Waits until lists and extracts answer, which a study just opened takes a moment for.</summary>
    public async Task Ready(CancellationToken cancellation)
    {
        while (true)
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation);
            if (answer.IsSuccessStatusCode) return;
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
        }
    }

    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Command(HttpMethod method, string path, HttpContent content, OperationId operation)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add(IdempotencyKey.Header, operation.Text);
        return request;
    }

    private async Task<Decision<T>> Ask<T>(HttpRequestMessage request, CancellationToken cancellation)
    {
        using (request)
        {
            using var answer = await http.SendAsync(request, cancellation);
            if (!answer.IsSuccessStatusCode) return await RefusalOf(answer, cancellation);
            return answer.StatusCode == HttpStatusCode.NoContent ? default! : (await answer.Content.ReadFromJsonAsync<T>(Json, cancellation))!;
        }
    }

    private static async Task<Refusal> RefusalOf(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var kind = answer.StatusCode switch
        {
            HttpStatusCode.Conflict => RefusalKind.Conflict,
            HttpStatusCode.NotFound => RefusalKind.NotFound,
            HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => RefusalKind.Forbidden,
            _ => RefusalKind.Invalid,
        };
        if (answer.Content.Headers.ContentType?.MediaType is "application/problem+json"
            && await answer.Content.ReadFromJsonAsync<Problem>(Json, cancellation) is { Title: { } title } problem)
            return new(problem.Code ?? "server.refused", title, kind) { Faults = [.. problem.Faults ?? []] };
        return new("server.answer", $"The server answered {(int)answer.StatusCode} ({answer.ReasonPhrase}), which no study does. Check the address in --server.", kind);
    }

    private sealed record Problem(string? Title, string? Code, FieldFault[]? Faults);
}
