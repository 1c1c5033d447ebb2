using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Study.Accounts;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>A token's text: <c>sos_</c>, the account it belongs to, a dot, 256 random bits. Only its SHA-256 is kept.</summary>
internal static class BearerToken
{
    private const string Opening = "sos_";

    public static string New(AccountKey account) =>
        $"{Opening}{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(account.ToString()))}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32))}";

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    public static AccountKey? AccountOf(string token)
    {
        var dot = token.IndexOf('.', StringComparison.Ordinal);
        if (!token.StartsWith(Opening, StringComparison.Ordinal) || dot < 0 || token.Length > 512) return null;
        var encoded = token.AsSpan(Opening.Length, dot - Opening.Length);
        if (!Base64Url.IsValid(encoded)) return null;
        return AccountKey.TryParse(Encoding.ASCII.GetString(Base64Url.DecodeFromChars(encoded)), null, out var key) ? key : null;
    }
}
