using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Study.Accounts;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>
/// A token's text: <c>sos_</c>, the account it belongs to, a dot, 256 random bits. A short one is 32 hexadecimal digits, which is all that REDCap's clients take: 32 bits
/// that lead to the account and 96 random ones. Only its SHA-256 is kept.
/// </summary>
internal static class BearerToken
{
    private const string Opening = "sos_";

    public static string New(AccountKey account) =>
        $"{Opening}{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(account.ToString()))}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";

    public static string NewShort(AccountKey account) => Convert.ToHexString([.. Lead(account), .. RandomNumberGenerator.GetBytes(12)]);

    /// <summary>REDCap's clients may write a short one in capitals or not.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(IsShort(token) ? token.ToUpperInvariant() : token)));

    public static bool IsShort(string token) => token.Length == 32 && token.All(char.IsAsciiHexDigit);

    /// <summary>Whether a short token says that it is this account's.</summary>
    public static bool LeadsTo(AccountKey account, string shortToken) => Convert.FromHexString(shortToken).AsSpan(0, LeadLength).SequenceEqual(Lead(account));

    private const int LeadLength = 4;

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
