using System.Text.Json.Serialization;
using Orleans;

namespace SosLongitudinal.Study.Kernel;

/// <summary>The shape all chosen short codes share: 1 to 40 of lower-case letters, digits and hyphens, starting with a letter or digit.</summary>
public static class CodeText
{
    public static bool IsOne(string? text) =>
        text is { Length: > 0 and <= 40 } && text[0] != '-' && text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');
}

/// <summary>A site (local authority in the study), such as <c>ashbourne</c>.</summary>
[GenerateSerializer, Immutable, Alias("sos.site-code")]
[JsonConverter(typeof(TextValueConverter<SiteCode>))]
public readonly record struct SiteCode([property: Id(0)] string Text) : IParsable<SiteCode>, IComparable<SiteCode>
{
    public override string ToString() => Text ?? "";
    public int CompareTo(SiteCode other) => string.CompareOrdinal(Text, other.Text);
    public static bool TryParse(string? text, IFormatProvider? provider, out SiteCode code) { var fits = CodeText.IsOne(text); code = fits ? new(Intern.Text(text!)) : default; return fits; }
    public static SiteCode Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var c) ? c : throw new FormatException($"'{text}' is not a site code.");
}

/// <summary>A wave, such as <c>t1</c>. Order between waves is the design's, not the text's.</summary>
[GenerateSerializer, Immutable, Alias("sos.wave-code")]
[JsonConverter(typeof(TextValueConverter<WaveCode>))]
public readonly record struct WaveCode([property: Id(0)] string Text) : IParsable<WaveCode>
{
    public override string ToString() => Text ?? "";
    public static bool TryParse(string? text, IFormatProvider? provider, out WaveCode code) { var fits = CodeText.IsOne(text); code = fits ? new(Intern.Text(text!)) : default; return fits; }
    public static WaveCode Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var c) ? c : throw new FormatException($"'{text}' is not a wave code.");
}

/// <summary>A cohort, such as <c>c1</c>.</summary>
[GenerateSerializer, Immutable, Alias("sos.cohort-code")]
[JsonConverter(typeof(TextValueConverter<CohortCode>))]
public readonly record struct CohortCode([property: Id(0)] string Text) : IParsable<CohortCode>
{
    public override string ToString() => Text ?? "";
    public static bool TryParse(string? text, IFormatProvider? provider, out CohortCode code) { var fits = CodeText.IsOne(text); code = fits ? new(Intern.Text(text!)) : default; return fits; }
    public static CohortCode Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var c) ? c : throw new FormatException($"'{text}' is not a cohort code.");
}

/// <summary>An instrument, such as <c>sdq-p-4-17</c>. Versions are numbered apart from it.</summary>
[GenerateSerializer, Immutable, Alias("sos.instrument-id")]
[JsonConverter(typeof(TextValueConverter<InstrumentId>))]
public readonly record struct InstrumentId([property: Id(0)] string Text) : IParsable<InstrumentId>, IComparable<InstrumentId>
{
    public override string ToString() => Text ?? "";
    public int CompareTo(InstrumentId other) => string.CompareOrdinal(Text, other.Text);
    public static bool TryParse(string? text, IFormatProvider? provider, out InstrumentId id) { var fits = CodeText.IsOne(text); id = fits ? new(Intern.Text(text!)) : default; return fits; }
    public static InstrumentId Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var i) ? i : throw new FormatException($"'{text}' is not an instrument id.");
}

/// <summary>A social worker: <c>W</c>, 5 base-32 characters and a check character; carries no name and no site.</summary>
[GenerateSerializer, Immutable, Alias("sos.worker-id")]
[JsonConverter(typeof(TextValueConverter<WorkerId>))]
public readonly record struct WorkerId : IParsable<WorkerId>, IComparable<WorkerId>
{
    [Id(0)] private readonly string? text;
    private WorkerId(string text) => this.text = text;
    public override string ToString() => text ?? "";
    public int CompareTo(WorkerId other) => string.CompareOrdinal(text, other.text);

    public static WorkerId From(string seed, int candidate = 0)
    {
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"sos.worker-id\n{seed}\n{candidate}"));
        Span<char> body = stackalloc char[6];
        body[0] = 'W';
        for (var i = 1; i < 6; i++) body[i] = CheckCharacter.Alphabet[hash[i] & 31];
        return new($"{body}{CheckCharacter.Of(body)}");
    }

    public static bool TryParse(string? text, IFormatProvider? provider, out WorkerId id)
    {
        id = default;
        if (text is not { Length: 7 } || CheckCharacter.Normalise(text) is not { } normal) return false;
        if (normal[0] != 'W' || CheckCharacter.Of(normal.AsSpan(0, 6)) != normal[6]) return false;
        id = new(normal);
        return true;
    }

    public static WorkerId Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var id) ? id : throw new FormatException($"'{text}' is not a worker id.");
}
