using System.Diagnostics;
using System.Globalization;

namespace SosLongitudinal.Web.Commands.Extract;

/// <summary>A file that came whole.</summary>
/// <param name="Rows">As the server counted them; <c>null</c> where it did not.</param>
internal sealed record TakenFile(long Bytes, long? Rows, TimeSpan Took)
{
    public string Words(string path) => string.Create(CultureInfo.InvariantCulture,
        $"{Path.GetFileName(path)}: {(Rows is { } rows ? $"{rows:N0} {(rows == 1 ? "row" : "rows")}, " : "")}{WholeFile.Size(Bytes)}{(Rows is > 0 and var all ? $", {all / Math.Max(0.001, Took.TotalSeconds):N0} rows/s" : "")}");
}

/// <summary>A download that has its name only when it is whole.</summary>
internal static class WholeFile
{
    private const int Part = 1 << 17;

    /// <summary>What came before a break stays under the name with <c>.partial</c>; a file that was there before stays until the new one is whole.</summary>
    /// <param name="show">Is told how far it has come, in words and as a share of 1: by bytes where their number is known, else by lines where each is a row.</param>
    public static async Task<TakenFile> Take(HttpResponseMessage answer, string path, bool hasLines, Action<string, double> show, CancellationToken cancellation)
    {
        var (partial, taken, lines, clock) = (path + ".partial", 0L, 0L, Stopwatch.StartNew());
        long? rows = answer.Headers.TryGetValues("Sos-Rows", out var said) && long.TryParse(said.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var counted) ? counted : null;
        await using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, Part))
        {
            await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
            var buffer = new byte[Part];
            for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                taken += read;
                if (hasLines) lines += buffer.AsSpan(0, read).Count((byte)'\n');
                var seconds = Math.Max(0.001, clock.Elapsed.TotalSeconds);
                var share = answer.Content.Headers.ContentLength is > 0 and var whole ? (double)taken / whole : hasLines && rows is > 0 and var all ? Math.Min(1, (double)lines / all) : 0;
                var pace = hasLines ? string.Create(CultureInfo.InvariantCulture, $"{lines / seconds:N0} rows/s") : $"{Size((long)(taken / seconds))}/s";
                show($"{Size(taken)}, {pace}", share);
            }
        }
        File.Move(partial, path, overwrite: true);
        return new(taken, rows, clock.Elapsed);
    }

    public static string Size(long bytes) =>
        bytes < 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000d:0.#} kB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000d:0.#} MB");
}
