using System.Diagnostics.Metrics;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Storage;

namespace SosLongitudinal.Web.Shell.Telemetry;

/// <summary>Rows of extracts, counted where somebody measures and left alone where nobody does.</summary>
internal static class ExtractMeter
{
    private static readonly Meter Meter = new(StudyMeter.Name);
    private static readonly Counter<long> Rows = Meter.CreateCounter<long>("sos.extract.rows", "{row}", "Rows read for extracts, by file format.");

    public static IAsyncEnumerable<byte[]> Count(IAsyncEnumerable<byte[]> messages, string format) => Rows.Enabled ? Counted(messages, format) : messages;

    private static async IAsyncEnumerable<byte[]> Counted(IAsyncEnumerable<byte[]> messages, string format)
    {
        await foreach (var message in messages)
        {
            using (var batch = ArrowIpc.Read(message)) Rows.Add(batch.Length, new KeyValuePair<string, object?>("sos.format", format));
            yield return message;
        }
    }
}
