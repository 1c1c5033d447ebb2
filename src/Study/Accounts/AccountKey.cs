using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Accounts;

/// <summary>An account: its e-mail address in lower case, ASCII, at most 254 characters.</summary>
[GenerateSerializer, Immutable, Alias("sos.account-key")]
[JsonConverter(typeof(TextValueConverter<AccountKey>))]
public readonly record struct AccountKey : IParsable<AccountKey>, IComparable<AccountKey>
{
    public const int MaxLength = 254;

    [Id(0)] private readonly string? text;

    private AccountKey(string text) => this.text = text;

    public override string ToString() => text ?? "";

    public int CompareTo(AccountKey other) => string.CompareOrdinal(text, other.text);

    public static bool TryParse(string? text, IFormatProvider? provider, out AccountKey key)
    {
        key = default;
        var normal = text?.Trim().ToLowerInvariant();
        if (normal is not { Length: >= 3 and <= MaxLength } || normal.Any(c => c is <= ' ' or > '~')) return false;
        if (normal.Split('@') is not [{ Length: > 0 }, { Length: > 0 } host] || host.StartsWith('.') || host.EndsWith('.')) return false;
        key = new(normal);
        return true;
    }

    public static AccountKey Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, provider, out var key) ? key : throw new FormatException($"'{text}' is not an e-mail address.");
}
