namespace SosLongitudinal.Study.Contacts;

/// <summary>The part of a name that may be carried about on paper.</summary>
public static class FirstNames
{
    private static readonly string[] Titles = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "sir", "lady"];

    /// <summary>The first name without title and surname; empty where there is nothing but a title.</summary>
    public static string Of(string name) => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(part => !Titles.Contains(part.TrimEnd('.'), StringComparer.OrdinalIgnoreCase)) ?? "";
}
