using System.Text;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Definitions;

/// <summary>Names from files as this product writes names.</summary>
public static class CleanNames
{
    /// <summary>Lower-case letters, digits and underscores, starting with a letter.</summary>
    public static string OfItem(string name)
    {
        var clean = new StringBuilder(name.Length + 2);
        foreach (var c in name)
        {
            if (char.IsLowSurrogate(c)) continue;
            clean.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_');
        }
        if (clean.Length == 0 || !char.IsAsciiLetter(clean[0])) clean.Insert(0, clean.Length > 0 && clean[0] == '_' ? "q" : "q_");
        return clean.Length > DefinitionLimits.NameLength ? clean.ToString(0, DefinitionLimits.NameLength) : clean.ToString();
    }

    /// <summary>An instrument id of a title or file name; <c>null</c> where it has no letter or digit.</summary>
    public static InstrumentId? OfInstrument(string? text)
    {
        var clean = new StringBuilder();
        foreach (var c in text ?? "")
        {
            if (char.IsAsciiLetterOrDigit(c)) clean.Append(char.ToLowerInvariant(c));
            else if (clean.Length > 0 && clean[^1] != '-') clean.Append('-');
        }
        var slug = clean.ToString();
        return InstrumentId.TryParse((slug.Length > 40 ? slug[..40] : slug).Trim('-'), null, out var id) ? id : null;
    }
}
