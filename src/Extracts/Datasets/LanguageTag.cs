namespace SosLongitudinal.Extracts.Datasets;

/// <summary>A language as a file shows it. Only what has the form of a BCP 47 tag passes, so that nothing else typed into the field can.</summary>
internal static class LanguageTag
{
    private const string Undetermined = "und";

    public static string Of(string text)
    {
        var (part, first) = (0, true);
        foreach (var c in text)
        {
            if (c == '-')
            {
                if (part < 2) return Undetermined;
                (part, first) = (0, false);
                continue;
            }
            part++;
            if (first ? !char.IsAsciiLetter(c) || part > 3 : !char.IsAsciiLetterOrDigit(c) || part > 8) return Undetermined;
        }
        return part >= 2 || (part == 1 && !first) ? text : Undetermined;
    }
}
