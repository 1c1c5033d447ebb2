using Microsoft.Net.Http.Headers;
using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>
/// A table as a CSV file, sent as it is read. The first batch is waited for before anything is answered, so that a fault at the start is a proper refusal. After
/// that what was sent cannot be taken back: on a fault the connection breaks off, and nobody takes a short file for the whole one.
/// </summary>
public sealed partial class CsvAnswer(Dataset table, IAsyncEnumerable<byte[]> source, MissingFrame missing, string fileName) : IResult
{
    public async Task ExecuteAsync(HttpContext http)
    {
        var stop = http.RequestAborted;
        await using var messages = source.GetAsyncEnumerator(stop);
        var any = await messages.MoveNextAsync();
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
        try
        {
            await http.Response.StartAsync(stop);
            await CsvStream.Write(table, From(messages, any), http.Response.BodyWriter, missing, cancellation: stop);
        }
        catch (Exception fault)
        {
            if (!stop.IsCancellationRequested) BrokenOff(http.RequestServices.GetRequiredService<ILogger<CsvAnswer>>(), fileName, fault);
            http.Abort();
        }
    }

    private static async IAsyncEnumerable<byte[]> From(IAsyncEnumerator<byte[]> messages, bool any)
    {
        for (var more = any; more; more = await messages.MoveNextAsync()) yield return messages.Current;
    }

    [LoggerMessage(1, LogLevel.Error, "The file {Name} broke off.")]
    private static partial void BrokenOff(ILogger log, string name, Exception fault);
}
