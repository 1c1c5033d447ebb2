using System.Text;

namespace SosLongitudinal.Storage;

/// <summary>
/// The text under which a record lies in every store: ASCII letters, digits and <c>-_~/</c> stand for themselves, every other byte of the UTF-8 text is
/// percent-encoded. Names sort by their bytes, so stores that compare bytes agree on the order.
/// </summary>
public static class RecordName
{
    public const string Suffix = ".json";

    /// <summary>Room for the folder and the suffix within the 1,024 characters of a blob's name.</summary>
    public const int MaxLength = 900;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>The encoded key with its suffix.</summary>
    public static string Of(string key) => key.Length == 0 ? throw new ArgumentException("A record needs a key.") : Encode(key) + Suffix;

    public static string KeyOf(string name) => Uri.UnescapeDataString(name[..^Suffix.Length]);

    /// <summary>A state's name as one segment: here the slash is encoded too.</summary>
    public static string OfState(string state) => state.Length == 0 ? throw new ArgumentException("A record needs a state.") : Encode(state).Replace("/", "%2F", StringComparison.Ordinal);

    public static string StateOf(string name) => Uri.UnescapeDataString(name);

    /// <summary>The names a key prefix stands for: from the first, inclusive, to the second, exclusive.</summary>
    public static (string From, string Below) Range(string prefix)
    {
        var from = Encode(prefix);
        return from.Length == 0 ? ("", "\x7f") : (from, from[..^1] + (char)(from[^1] + 1));
    }

    public static string Encode(string text)
    {
        if (text.All(IsPlain)) return Short(text);
        var encoded = new StringBuilder(text.Length + 8);
        foreach (var octet in Strict.GetBytes(text))
        {
            if (IsPlain((char)octet)) encoded.Append((char)octet);
            else encoded.Append('%').Append(octet.ToString("X2"));
        }
        return Short(encoded.ToString());
    }

    private static string Short(string encoded) =>
        encoded.Length <= MaxLength ? encoded : throw new ArgumentException($"A record's key takes at most {MaxLength} characters once encoded.");

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '~' or '/';
}
