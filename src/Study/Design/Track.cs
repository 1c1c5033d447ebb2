namespace SosLongitudinal.Study.Design;

/// <summary>What is due, achieved and lost on its own at each wave. Numbers and names are stored; append only.</summary>
public enum Track
{
    Interview = 0,
    Teacher = 1,
    CaseRecord = 2,
}

/// <summary>A track as an address names it: <c>interview</c>, <c>teacher</c> or <c>case-record</c>.</summary>
public readonly record struct TrackName(Track Track) : IParsable<TrackName>
{
    public static bool TryParse(string? text, IFormatProvider? provider, out TrackName name)
    {
        var known = Enum.TryParse<Track>(text?.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var track) && Enum.IsDefined(track);
        name = new(track);
        return known;
    }

    public static TrackName Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var name) ? name : throw new FormatException($"'{text}' is not a track.");

    public override string ToString() => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(Track.ToString());
}
