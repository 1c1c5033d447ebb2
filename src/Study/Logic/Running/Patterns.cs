using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SosLongitudinal.Study.Logic.Running;

/// <summary>
/// Patterns of <c>regex()</c>, which the whole text must match. Run without backtracking where they can be, so that no text takes long; else under a
/// time limit, past which they do not match. The limits are for patterns made to take long: a machine that is busy for a moment must not turn a match into none.
/// </summary>
internal static class Patterns
{
    private const int Longest = 1_000;
    private const int Kept = 500;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BacktrackingLimit = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<string, Regex?> Known = new(StringComparer.Ordinal);

    public static string? Fault(string pattern)
    {
        if (pattern.Length > Longest) return $"it is longer than {Longest} characters.";
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return null;
        }
        catch (RegexParseException fault)
        {
            return $"{fault.Error} at its character {fault.Offset}.";
        }
    }

    public static bool Matches(string text, string pattern)
    {
        if (!Known.TryGetValue(pattern, out var regex))
        {
            if (Known.Count >= Kept) Known.Clear(); // patterns can be made of answers
            regex = Known.GetOrAdd(pattern, Make);
        }
        try
        {
            return regex?.IsMatch(text) ?? false;
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Regex? Make(string pattern)
    {
        if (Fault(pattern) is not null) return null;
        var whole = $@"\A(?:{pattern})\z";
        try
        {
            return new(whole, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException) // looks around or back
        {
            return new(whole, RegexOptions.CultureInvariant, BacktrackingLimit);
        }
    }
}
