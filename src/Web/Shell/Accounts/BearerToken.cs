using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>
/// A token's text: <c>sos_</c>, the account it belongs to, a dot, 256 random bits. A short one is 32 hexadecimal digits, which is all that REDCap's clients take: 32 bits
/// that lead to the account and 96 random ones. Only its SHA-256 is kept.
/// </summary>
internal static class BearerToken
{
    private const string Opening = "sos_";

    private const int RandomBytes = 32;

    /// <summary>A token of this scope; an extract's is short.</summary>
    public static string New(AccountKey account, TokenScope scope) => Of(account, scope, RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>The token that follows from a secret and the operation that makes it, so that a form sent twice shows the same one.</summary>
    public static string Of(AccountKey account, TokenScope scope, string secret, OperationId operation) =>
        Of(account, scope, HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"token {operation}")));

    private static string Of(AccountKey account, TokenScope scope, byte[] random) => scope == TokenScope.Extract
        ? Convert.ToHexString([.. Lead(account), .. random.AsSpan(0, ShortLength - LeadLength)])
        : $"{Opening}{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(account.ToString()))}.{Base64Url.EncodeToString(random)}";

    /// <summary>REDCap's clients may write a short one in capitals or not.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(IsShort(token) ? token.ToUpperInvariant() : token)));

    public static bool IsShort(string token) => token.Length == 32 && token.All(char.IsAsciiHexDigit);

    /// <summary>Whether a short token says that it is this account's.</summary>
    public static bool LeadsTo(AccountKey account, string shortToken) => Convert.FromHexString(shortToken).AsSpan(0, LeadLength).SequenceEqual(Lead(account));

    private const int LeadLength = 4;
    private const int ShortLength = 16;

    private static byte[] Lead(AccountKey account) => SHA256.HashData(Encoding.ASCII.GetBytes(account.ToString()))[..LeadLength];

    public static AccountKey? AccountOf(string token)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        if (!token.StartsWith(Opening, StringComparison.Ordinal) || dot < 0 || token.Length > 512) return null;
        var encoded = token.AsSpan(Opening.Length, dot - Opening.Length);
        if (!Base64Url.IsValid(encoded)) return null;
        return AccountKey.TryParse(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(encoded)), null, out var key) ? key : null;
    }
}
