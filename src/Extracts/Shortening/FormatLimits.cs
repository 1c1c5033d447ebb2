using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace SosLongitudinal.Extracts.Shortening;

/// <summary>How long something may be, and what is counted.</summary>
public sealed record Limit(int Most, bool InBytes)
{
    public int Of(string text) => InBytes ? Encoding.UTF8.GetByteCount(text) : text.EnumerateRunes().Count();

    public bool Fits(string text) => Of(text) <= Most;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Most} {(InBytes ? "bytes" : "characters")}");
}

/// <summary>What a format takes for names and labels.</summary>
/// <param name="MayHold">What a name may hold besides letters and digits.</param>
/// <param name="Reserved">Names that the program keeps for itself.</param>
public sealed record FormatLimits(string Format, Limit Name, Limit Label, Limit ValueLabel, Limit Title, string MayHold, FrozenSet<string> Reserved)
{
    public static FormatLimits Spss { get; } = new("SPSS", new(64, true), new(255, true), new(120, true), new(64, true), "_.",
        Words("ALL AND BY EQ GE GT LE LT NE NOT OR TO WITH"));

    public static FormatLimits Stata { get; } = new("Stata", new(32, false), new(80, false), new(32_000, true), new(80, false), "_",
        Words("_all _b _coef _cons _n _pi _pred _rc _skip _se byte double float if in int long strL using with alias"));

    /// <summary>Whether names hold letters of English only.</summary>
    public bool AsciiNames { get; init; }

    /// <summary>Whether a program takes a name as it is.</summary>
    public bool Takes(string name) => Clean(name) == name && Name.Fits(name);

    /// <summary>The name with nothing in it that the program would refuse, however long.</summary>
    public string Clean(string name)
    {
        var clean = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
            if (((Rune.IsLetter(rune) || Rune.IsDigit(rune)) && (rune.IsAscii || !AsciiNames)) || (rune.IsAscii && MayHold.Contains((char)rune.Value, StringComparison.Ordinal))) clean.Append(rune.ToString());
            else clean.Append('_');
        if (clean.Length == 0 || !Rune.IsLetter(Rune.GetRuneAt(clean.ToString(), 0))) clean.Insert(0, "v_");
        if (clean[^1] == '.') clean[^1] = '_';
        var made = clean.ToString();
        return Reserved.Contains(made) || IsStringType(made) ? made + "_" : made;
    }

    /// <summary>Stata keeps str1 to str2045 for itself; nobody misses them elsewhere.</summary>
    private static bool IsStringType(string name) => name.StartsWith("str", StringComparison.OrdinalIgnoreCase) && name.Length > 3 && name.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0;

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
