using System.Collections.Frozen;
using System.Text;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>Names, types and expressions without what nobody sees: two that look the same are the same.</summary>
internal static class PlainText
{
    /// <summary>Letters with an accent as one character, by the accent that some systems write behind the letter. The runtime's own composition is off where it runs without cultures.</summary>
    private static readonly FrozenDictionary<char, string> Composed = new Dictionary<char, string>
    {
        ['\u0300'] = "AÀEÈIÌOÒUÙaàeèiìoòuù",
        ['\u0301'] = "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćNŃnńSŚsśZŹzź",
        ['\u0302'] = "AÂEÊIÎOÔUÛaâeêiîoôuûWŴwŵYŶyŷ",
        ['\u0303'] = "AÃNÑOÕaãnñoõ",
        ['\u0308'] = "AÄEËIÏOÖUÜaäeëiïoöuüyÿ",
        ['\u030A'] = "AÅaåUŮuů",
        ['\u030C'] = "CČcčDĎEĚeěNŇnňRŘrřSŠsšZŽzž",
        ['\u0327'] = "CÇcçSŞsş",
        ['\u0328'] = "AĄaąEĘeę",
    }.ToFrozenDictionary();

    /// <summary>Without spaces of no width and soft hyphens, and with accents in the one form.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\u200B' or '\u2060' or '\uFEFF' or '\u00AD') continue;
            if (plain.Length > 0 && Composed.TryGetValue(c, out var pairs) && Of(plain[^1], pairs) is { } one) plain[^1] = one;
            else plain.Append(c);
        }
        return plain.ToString().Trim();
    }

    private static char? Of(char letter, string pairs)
    {
        for (var at = 0; at < pairs.Length; at += 2) if (pairs[at] == letter) return pairs[at + 1];
        return null;
    }
}
