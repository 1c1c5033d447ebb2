using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Releases;

/// <summary>A release: <c>R</c>, 6 base-32 characters and a check character. It derives from the operation that made it, so that sending it again is the same release.</summary>
[GenerateSerializer, Immutable, Alias("sos.release-id")]
[JsonConverter(typeof(TextValueConverter<ReleaseId>))]
public readonly record struct ReleaseId : IParsable<ReleaseId>
{
    private const int Length = 8;

    [Id(0)] private readonly string? text;

    private ReleaseId(string text) => this.text = text;

    public override string ToString() => text ?? "";

    public static ReleaseId From(OperationId operation)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"sos.release-id\n{operation}"));
        Span<char> body = stackalloc char[Length - 1];
        body[0] = 'R';
        for (var i = 1; i < body.Length; i++) body[i] = CheckCharacter.Alphabet[hash[i] & 31];
        return new($"{body}{CheckCharacter.Of(body)}");
    }

    public static bool TryParse(string? text, IFormatProvider? provider, out ReleaseId id)
    {
        id = default;
        if (text is not { Length: Length } || CheckCharacter.Normalise(text) is not { } normal) return false;
        if (normal[0] != 'R' || CheckCharacter.Of(normal.AsSpan(0, Length - 1)) != normal[^1]) return false;
        id = new(normal);
        return true;
    }

    public static ReleaseId Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var id) ? id : throw new FormatException($"'{text}' is not the id of a release.");
}
