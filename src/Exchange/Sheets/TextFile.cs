using System.Collections.Immutable;
using System.Text;
using SosLongitudinal.Exchange.Notes;

namespace SosLongitudinal.Exchange.Sheets;

/// <summary>A text file's characters: by its byte-order mark, else as UTF-8, else as Windows-1252, which is said.</summary>
public sealed record TextFile(string Text, ImmutableArray<ImportNote> Notes)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary><c>null</c> where the bytes are no text.</summary>
    public static TextFile? Read(byte[] file)
    {
        switch (file)
        {
            case [0xEF, 0xBB, 0xBF, ..]: return OfUtf8(file.AsSpan(3));
            case [0xFF, 0xFE, ..]: return Of(Encoding.Unicode.GetString(file, 2, file.Length - 2));
            case [0xFE, 0xFF, ..]: return Of(Encoding.BigEndianUnicode.GetString(file, 2, file.Length - 2));
            default: return OfUtf8(file);
        }
    }

    private static TextFile? OfUtf8(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Contains((byte)0)) return null;
        try
        {
            return Of(Utf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var text = Encoding.GetEncoding(1252).GetString(bytes);
            return new(text, [new(NoteKind.Changed, CellPlace.WholeFile, "The file is not UTF-8 and was read as Windows-1252. Check letters with accents.")]);
        }
    }

    private static TextFile? Of(string text) => text.Contains('\0') ? null : new(text, []);
}
