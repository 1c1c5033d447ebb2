using System.Text;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>Names as REDCap allows them: lower-case letters, digits and underscores, each once in a project.</summary>
internal sealed class RedcapNames
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    /// <summary>The name itself, else with its form in front, else numbered.</summary>
    public string Field(string form, string name)
    {
        var plain = Clean(name);
        if (taken.Add(plain)) return plain;
        var own = $"{form}_{plain}";
        for (var n = 2; !taken.Add(own); n++) own = $"{form}_{plain}_{n}";
        return own;
    }

    /// <summary>A minus in a box's code becomes an underscore, as REDCap does it.</summary>
    public static string Box(string field, string code) => $"{field}___{Clean(code)}";

    public static string Clean(string name)
    {
        var clean = new StringBuilder(name.Length);
        foreach (var c in name) clean.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_');
        return clean.ToString();
    }
}
