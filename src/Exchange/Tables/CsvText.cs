using System.Text;
using SosLongitudinal.Exchange.Sheets;

namespace SosLongitudinal.Exchange.Tables;

/// <summary>The characters of a CSV file as they stream in, and what parts its cells.</summary>
internal sealed class CsvText : IDisposable
{
    private const string Separator = "sep=";
    private readonly LenientUtf8 utf8;

    private CsvText(StreamReader reader, LenientUtf8 utf8, char delimiter, int passed) => (Reader, this.utf8, Delimiter, Passed) = (reader, utf8, delimiter, passed);

    public StreamReader Reader { get; }

    public char Delimiter { get; }

    /// <summary>Lines that were passed over: empty ones, and one that only names the separator.</summary>
    public int Passed { get; }

    public IEnumerable<string> Notes => utf8.WasNeeded ? ["The file is not UTF-8 throughout; what is not was read as Windows-1252. Check letters with accents."] : [];

    /// <param name="head">The file's first bytes.</param>
    /// <param name="whole">The file from its start.</param>
    /// <returns><c>null</c> where the bytes are no text.</returns>
    public static async Task<CsvText?> Open(byte[] head, Stream whole, CancellationToken cancellation)
    {
        var utf8 = new LenientUtf8();
        var encoding = EncodingOf(head) ?? Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, utf8);
        var start = encoding.GetString(head).TrimStart('\uFEFF');
        utf8.Forget();
        if (start.Contains('\0', StringComparison.Ordinal)) return null;
        var reader = new StreamReader(whole, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16, leaveOpen: true);
        if (reader.Peek() == '\uFEFF') reader.Read();
        var passed = 0;
        var delimiter = default(char?);
        foreach (var line in start.Split('\n').SkipLast(1))
        {
            var text = line.Trim();
            if (text.Length == Separator.Length + 1 && text.StartsWith(Separator, StringComparison.OrdinalIgnoreCase)) delimiter = text[^1];
            else if (text.Length > 0) break;
            await reader.ReadLineAsync(cancellation);
            passed++;
        }
        return new(reader, utf8, delimiter ?? CsvReading.Delimiter(start.TrimStart('\r', '\n', ' ')), passed);
    }

    public void Dispose() => Reader.Dispose();

    /// <summary>By its byte-order mark, else by the zeros that Latin letters have in UTF-16; <c>null</c> is UTF-8 until shown otherwise.</summary>
    private static Encoding? EncodingOf(byte[] head) => head switch
    {
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}
