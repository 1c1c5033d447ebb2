using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Forms;

/// <summary>
/// What the label on a paper form says, as text or bar code: about whom, at which wave, on which instrument and, where that is known beforehand, from whom.
/// Four parts between full stops: <c>K3M9QWA-C1X.t1.sdq-p-4-17.P1</c>. The first is a member's id, or a family's where the form is about the family; the last
/// is the respondent's letter and number in the family, or <c>case-file</c>, and may be left out. The ids' check characters guard it; letters may be of either case.
/// </summary>
public sealed record FormLabel(FamilyId Family, Party Subject, WaveCode Wave, InstrumentId Instrument, Party? Respondent) : IParsable<FormLabel>
{
    private const char Between = '.';

    public static FormLabel Of(FamilyId family, FormPlace place) => new(family, place.Subject, place.Wave, place.Instrument, place.Respondent);

    /// <summary>Whether a text is meant as a label: no id has a full stop.</summary>
    public static bool IsMeant(string text) => text.Contains(Between, StringComparison.Ordinal);

    public override string ToString() =>
        string.Join(Between, new[] { Subject.Member?.ToString() ?? Family.ToString(), Wave.ToString(), Instrument.ToString(), Respondent is { } from ? Short(from) : null }.OfType<string>());

    public static bool TryParse(string? text, IFormatProvider? provider, out FormLabel label)
    {
        label = null!;
        if (text?.Trim().Split(Between) is not [var about, var wave, var instrument, .. { Length: <= 1 } from]) return false;
        var isMember = MemberId.TryParse(about, provider, out var member);
        var family = isMember ? member.Family : default;
        if (!isMember && !FamilyId.TryParse(about, provider, out family)) return false;
        if (!WaveCode.TryParse(wave.ToLowerInvariant(), provider, out var at) || !InstrumentId.TryParse(instrument.ToLowerInvariant(), provider, out var on)) return false;
        Party? respondent = null;
        if (from is [var named] && (respondent = Respond(family, named)) is null) return false;
        label = new(family, isMember ? member : Party.Family, at, on, respondent);
        return true;
    }

    public static FormLabel Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var label) ? label : throw new FormatException($"'{text}' is not a form's label.");

    private static string Short(Party respondent) => respondent.Member is { } id ? id.ToString()[8..^1] : respondent.ToString();

    private static Party? Respond(FamilyId family, string text)
    {
        if (text.Equals(Party.CaseFile.ToString(), StringComparison.OrdinalIgnoreCase)) return Party.CaseFile;
        if (text.Length is < 2 or > 3 || char.ToUpperInvariant(text[0]) is not ('C' or 'P' or 'R')) return null;
        return int.TryParse(text.AsSpan(1), System.Globalization.NumberStyles.None, null, out var number) && number > 0 ? MemberId.Of(family, char.ToUpperInvariant(text[0]), number) : null;
    }
}
