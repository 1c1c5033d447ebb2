using System.Diagnostics;
using System.Globalization;

namespace SosLongitudinal.Web.Commands.Extract;

/// <summary>A download that has its name only when it is whole.</summary>
internal static class WholeFile
{
    private const int Part = 1 << 17;

    /// <summary>What came before a break stays under the name with <c>.partial</c>; a file that was there before stays until the new one is whole.</summary>
    /// <returns>Its bytes.</returns>
    public static async Task<long> Take(HttpContent content, string path, Action<string, double> show, CancellationToken cancellation)
    {
        var (partial, taken, clock) = (path + ".partial", 0L, Stopwatch.StartNew());
        await using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, Part))
        {
            await using var body = await content.ReadAsStreamAsync(cancellation);
            var buffer = new byte[Part];
            for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellation);
                taken += read;
                show($"{Size(taken)}, {Size((long)(taken / Math.Max(0.001, clock.Elapsed.TotalSeconds)))}/s", content.Headers.ContentLength is > 0 and var whole ? (double)taken / whole : 0);
            }
        }
        File.Move(partial, path, overwrite: true);
        return taken;
    }

    public static string Size(long bytes) =>
        bytes < 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000d:0.#} kB") : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000d:0.#} MB");
}
