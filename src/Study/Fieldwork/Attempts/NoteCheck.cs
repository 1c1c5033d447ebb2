using System.Text.RegularExpressions;

namespace SosLongitudinal.Study.Fieldwork.Attempts;

/// <summary>Notes about attempts stand in the research record, so they must not hold what the contact details hold.</summary>
public static partial class NoteCheck
{
    /// <summary>Whether it holds what looks like a telephone number, an e-mail address or a British postcode. A name it cannot tell.</summary>
    public static bool Identifies(string note) => Number().IsMatch(note) || Mail().IsMatch(note) || Postcode().IsMatch(note);

    [GeneratedRegex(@"(?:\+|\b0)(?:\d[\s()-]{0,2}){9,}")]
    private static partial Regex Number();

    [GeneratedRegex(@"\S@\S+\.\S")]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Postcode();
}
