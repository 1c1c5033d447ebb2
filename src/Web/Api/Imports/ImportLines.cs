using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace SosLongitudinal.Web.Api.Imports;

/// <summary>An import answered line by line: a few times a second how far it is, and the report at the end. Broken off where it fails, so that nobody waits for a report.</summary>
internal sealed class ImportLines(Func<Action<string, int, int>, Task<ImportReport>> import) : IResult
{
    public const string ContentType = "application/x-ndjson";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);

    public async Task ExecuteAsync(HttpContext http)
    {
        var json = http.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        http.Response.ContentType = ContentType;
        var at = new ImportLine("Checking", 0, 0);
        var working = import((doing, done, of) => at = new(doing, done, of));
        while (await Task.WhenAny(working, Task.Delay(Between)) != working) await Write(http, at, json);
        await Write(http, new(null, at.Done, at.Of, await working), json);
    }

    private static async Task Write(HttpContext http, ImportLine line, JsonSerializerOptions json)
    {
        await JsonSerializer.SerializeAsync(http.Response.Body, line, json, http.RequestAborted);
        await http.Response.WriteAsync("\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
