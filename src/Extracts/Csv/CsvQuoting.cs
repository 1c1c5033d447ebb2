using System.Text;

namespace SosLongitudinal.Extracts.Csv;

/// <summary>Which texts need quotes or a guard, and how they get them.</summary>
internal static class CsvQuoting
{
    public static bool IsPlain(ReadOnlySpan<byte> text, CsvStyle style) => !NeedsGuard(text) && text.IndexOfAny(style.NeedQuotes) < 0 && !HasOuterSpace(text);

    /// <param name="guard">Whether to put an apostrophe in front of what a spreadsheet could take for a formula.</param>
    public static byte[] Quote(string text, CsvStyle style, bool guard = true)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (guard && NeedsGuard(bytes)) bytes = [(byte)'\'', .. bytes];
        return bytes.AsSpan().IndexOfAny(style.NeedQuotes) < 0 && !HasOuterSpace(bytes)
            ? bytes
            : [(byte)'"', .. Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("\"", "\"\"", StringComparison.Ordinal)), (byte)'"'];
    }

    private static bool NeedsGuard(ReadOnlySpan<byte> text) => text.Length > 0 && (text[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or < (byte)' ');

    /// <summary>Some readers trim what stands outside quotes.</summary>
    private static bool HasOuterSpace(ReadOnlySpan<byte> text) => text.Length > 0 && (text[0] == ' ' || text[^1] == ' ');
}
