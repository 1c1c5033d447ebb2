using System.Globalization;
using Microsoft.Net.Http.Headers;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Errors;
using SosLongitudinal.Web.Shell.Telemetry;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>
/// A table as a file, sent as it is read. The first batch is waited for, and whatever the format can refuse, before anything is answered. After that what was
/// sent cannot be taken back: on a fault the connection breaks off, and nobody takes a short file for the whole one.
/// </summary>
public sealed partial class FileAnswer(FileTable table, IAsyncEnumerable<byte[]> source, FileChoice choice, string fileName) : IResult
{
    /// <summary>How many names and labels the format could not take as they are; the codebook lists each.</summary>
    public const string ShortenedHeader = "Sos-Shortened";

    /// <summary>What else the answer says in its head.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Counts the rows for whoever waits; <c>null</c> where nobody asked.</summary>
    public ExtractProgress.Counted? Progress { get; init; }

    public async Task ExecuteAsync(HttpContext http)
    {
        var stop = http.RequestAborted;
        await using var messages = ExtractMeter.Count(Progress?.Reading(source) ?? source, choice.Format.Name).GetAsyncEnumerator(stop);
        var any = await messages.MoveNextAsync();
        var decided = await TableFiles.Ready(table, From(messages, any), choice, stop);
        if (decided is not Decision<ReadyFile>.Accepted { Value: var file })
        {
            await ((Decision<ReadyFile>.Refused)decided).Why.ToProblem().ExecuteAsync(http);
            return;
        }
        await using (file)
        {
            http.Response.ContentType = choice.Format.ContentType;
            http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
            if (!file.Report.Entries.IsEmpty) http.Response.Headers[ShortenedHeader] = file.Report.Entries.Length.ToString(CultureInfo.InvariantCulture);
            foreach (var (name, value) in Headers) http.Response.Headers[name] = value;
            try
            {
                await http.Response.StartAsync(stop);
                await file.Write(http.Response.BodyWriter, stop, Progress is { } progress ? progress.Writing : null);
            }
            catch (Exception fault)
            {
                if (!stop.IsCancellationRequested) BrokenOff(http.RequestServices.GetRequiredService<ILogger<FileAnswer>>(), fileName, fault);
                http.Abort();
            }
        }
    }

    private static async IAsyncEnumerable<byte[]> From(IAsyncEnumerator<byte[]> messages, bool any)
    {
        for (var more = any; more; more = await messages.MoveNextAsync()) yield return messages.Current;
    }

    [LoggerMessage(1, LogLevel.Error, "The file {Name} broke off.")]
    private static partial void BrokenOff(ILogger log, string name, Exception fault);
}
