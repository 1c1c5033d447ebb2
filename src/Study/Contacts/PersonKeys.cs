using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SosLongitudinal.Study.Contacts;

/// <summary>
/// What two records of one person have in common however they were typed: any two of name, birth date and postcode. Only keyed hashes of these texts are
/// ever kept.
/// </summary>
public static class PersonKeys
{
    /// <summary>Letters with marks as those without: whether a machine knows the world's languages must not change a hash.</summary>
    private static readonly FrozenDictionary<char, string> Plain = new[]
    {
        ("A", "ÀÁÂÃÄÅĀĂĄ"), ("C", "ÇĆĈĊČ"), ("D", "ĎĐÐ"), ("E", "ÈÉÊËĒĔĖĘĚ"), ("G", "ĜĞĠĢ"), ("H", "ĤĦ"), ("I", "ÌÍÎÏĨĪĬĮİ"), ("J", "Ĵ"), ("K", "Ķ"), ("L", "ĹĻĽĿŁ"), ("N", "ÑŃŅŇ"), ("O", "ÒÓÔÕÖØŌŎŐ"),
        ("R", "ŔŖŘ"), ("S", "ŚŜŞŠȘ"), ("T", "ŢŤŦȚ"), ("U", "ÙÚÛÜŨŪŬŮŰŲ"), ("W", "Ŵ"), ("Y", "ÝŶŸ"), ("Z", "ŹŻŽ"), ("AE", "Æ"), ("OE", "Œ"), ("SS", "ßẞ"), ("TH", "Þ"),
    }.SelectMany(p => p.Item2.Select(c => (Marked: c, Without: p.Item1))).ToFrozenDictionary(p => p.Marked, p => p.Without);

    private static readonly ImmutableHashSet<string> Titles = ["MR", "MRS", "MS", "MISS", "MX", "DR", "MASTER"];

    public static ImmutableArray<string> Of(ContactDetails person)
    {
        var (name, postcode) = (Name(person.Name), Postcode(person.Postcode));
        var born = person.BirthDate?.ToString("yyyyMMdd", CultureInfo.InvariantCulture) ?? "";
        return [.. Pair("nb", name, born), .. Pair("np", name, postcode), .. Pair("bp", born, postcode)];
    }

    /// <summary>The words of a name in capitals without accents and titles, in order of the alphabet: "Smith, Miss Zoë" is "SMITH ZOE".</summary>
    public static string Name(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (char.IsLetter(c)) text.Append(Plain.GetValueOrDefault(char.ToUpperInvariant(c)) ?? char.ToUpperInvariant(c).ToString());
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && c is not ('\'' or '’' or '.')) text.Append(' '); // O'Brien is one word
        }
        var words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var named = words.Where(w => !Titles.Contains(w)).ToList();
        return string.Join(' ', (named.Count == 0 ? [.. words] : named).Order(StringComparer.Ordinal));
    }

    /// <summary>Letters and digits in capitals.</summary>
    public static string Postcode(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static ImmutableArray<string> Pair(string kind, string one, string other) => one.Length == 0 || other.Length == 0 ? [] : [$"{kind}\n{one}\n{other}"];
}
