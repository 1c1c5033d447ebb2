using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Orleans;

namespace SosLongitudinal.Study.Kernel;

/// <summary>A focus group or key-informant interview: <c>G</c>, 5 base-32 characters and a check character; carries no site and no date.</summary>
[GenerateSerializer, Immutable, Alias("sos.group-id")]
[JsonConverter(typeof(TextValueConverter<GroupId>))]
public readonly record struct GroupId : IParsable<GroupId>, IComparable<GroupId>
{
    private const int Body = 6;

    [Id(0)] private readonly string? text;

    private GroupId(string text) => this.text = text;

    public override string ToString() => text ?? "";

    public int CompareTo(GroupId other) => string.CompareOrdinal(text, other.text);

    /// <summary>The id that a new group takes from its operation; <paramref name="candidate"/> counts up while ids are taken by other operations.</summary>
    public static GroupId From(string seed, int candidate = 0)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"sos.group-id\n{seed}\n{candidate}"));
        Span<char> body = stackalloc char[Body];
        body[0] = 'G';
        for (var i = 1; i < Body; i++) body[i] = CheckCharacter.Alphabet[hash[i] & 31];
        return new($"{body}{CheckCharacter.Of(body)}");
    }

    public static bool TryParse(string? text, IFormatProvider? provider, out GroupId id)
    {
        id = default;
        if (text is not { Length: Body + 1 } || CheckCharacter.Normalise(text) is not { } normal) return false;
        if (normal[0] != 'G' || CheckCharacter.Of(normal.AsSpan(0, Body)) != normal[Body]) return false;
        id = new(normal);
        return true;
    }

    public static GroupId Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var id) ? id : throw new FormatException($"'{text}' is not a group id.");
}
