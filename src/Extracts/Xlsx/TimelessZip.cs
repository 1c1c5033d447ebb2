using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace SosLongitudinal.Extracts.Xlsx;

/// <summary>A workbook without the hour at which it was written and without its writer's random relation ids, so that the same rows give the same bytes.</summary>
internal static partial class TimelessZip
{
    private static readonly DateTimeOffset Never = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the first that an archive can say
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static async Task Copy(Stream from, Stream to, CancellationToken cancellation)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        await using var source = new ZipArchive(from, ZipArchiveMode.Read, leaveOpen: true);
        await using var target = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries)
        {
            var copy = target.CreateEntry(entry.FullName, CompressionLevel.Fastest);
            copy.LastWriteTime = Never;
            await using var read = await entry.OpenAsync(cancellation);
            await using var write = await copy.OpenAsync(cancellation);
            if (entry.FullName.Contains("workbook.xml", StringComparison.Ordinal)) await write.WriteAsync(Numbered(await Text(read, cancellation), ids), cancellation);
            else await read.CopyToAsync(write, cancellation);
        }
    }

    private static async Task<string> Text(Stream read, CancellationToken cancellation)
    {
        using var reader = new StreamReader(read, Utf8);
        return await reader.ReadToEndAsync(cancellation);
    }

    /// <summary>Relation ids by the order in which they are met.</summary>
    private static byte[] Numbered(string text, Dictionary<string, string> ids) => Utf8.GetBytes(RandomId().Replace(text, match =>
    {
        if (!ids.TryGetValue(match.Value, out var id)) ids.Add(match.Value, id = $"R{ids.Count + 1}");
        return id;
    }));

    [GeneratedRegex("R[0-9a-f]{32}")]
    private static partial Regex RandomId();
}
