using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Orleans;

namespace SosLongitudinal.Study.Kernel;

/// <summary>
/// A family: 6 Crockford base-32 characters and a check character, carrying no meaning and no site. The first character is its register shard.
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.family-id")]
[JsonConverter(typeof(TextValueConverter<FamilyId>))]
public readonly record struct FamilyId : IParsable<FamilyId>, IComparable<FamilyId>
{
    public const int Shards = 32;
    private const int Body = 6;

    [Id(0)] private readonly string? text;

    private FamilyId(string text) => this.text = text;

    /// <summary>0 to 31.</summary>
    public int Shard => CheckCharacter.Value(text![0]);

    public override string ToString() => text ?? "";

    public int CompareTo(FamilyId other) => string.CompareOrdinal(text, other.text);

    /// <summary>The id that a new family takes from its operation; <paramref name="candidate"/> counts up while ids are taken by other operations.</summary>
    public static FamilyId From(string seed, int candidate = 0)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"sos.family-id\n{seed}\n{candidate}"));
        Span<char> body = stackalloc char[Body];
        for (var i = 0; i < Body; i++) body[i] = CheckCharacter.Alphabet[hash[i] & 31];
        return new($"{body}{CheckCharacter.Of(body)}");
    }

    public static bool TryParse(string? text, IFormatProvider? provider, out FamilyId id)
    {
        id = default;
        if (text is null || text.Length != Body + 1) return false;
        if (CheckCharacter.Normalise(text) is not { } normal || CheckCharacter.Of(normal.AsSpan(0, Body)) != normal[Body]) return false;
        id = new(normal);
        return true;
    }

    public static FamilyId Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var id) ? id : throw new FormatException($"'{text}' is not a family id.");
}

/// <summary>
/// One member of a family: <c>family-C1x</c>, with the letter of the role they joined in (C child, P parent or carer, R other), a number and a check
/// character over the whole.
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.member-id")]
[JsonConverter(typeof(TextValueConverter<MemberId>))]
public readonly record struct MemberId : IParsable<MemberId>, IComparable<MemberId>
{
    [Id(0)] private readonly string? text;

    private MemberId(string text) => this.text = text;

    public FamilyId Family => FamilyId.Parse(text![..7]);

    /// <summary>C, P or R: the role at joining. Present roles are dated facts.</summary>
    public char Letter => text![8];

    public override string ToString() => text ?? "";

    public int CompareTo(MemberId other) => string.CompareOrdinal(text, other.text);

    public static MemberId Of(FamilyId family, char letter, int number)
    {
        var body = $"{family}-{letter}{number}";
        return new(body + CheckCharacter.Of(body));
    }

    public static bool TryParse(string? text, IFormatProvider? provider, out MemberId id)
    {
        id = default;
        if (text is null || text.Length is < 11 or > 12 || text[7] != '-' || !FamilyId.TryParse(text[..7], provider, out var family)) return false;
        var letter = char.ToUpperInvariant(text[8]);
        if (letter is not ('C' or 'P' or 'R') || !int.TryParse(text.AsSpan(9, text.Length - 10), System.Globalization.NumberStyles.None, null, out var number) || number == 0) return false;
        var expected = Of(family, letter, number);
        if (CheckCharacter.Normalise(text.AsSpan(text.Length - 1)) is not { } check || expected.text![^1] != check[0] || text.Length != expected.text.Length) return false;
        id = expected;
        return true;
    }

    public static MemberId Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var id) ? id : throw new FormatException($"'{text}' is not a member id.");
}
