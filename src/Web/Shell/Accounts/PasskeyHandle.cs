using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Study.Accounts;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>What a passkey calls the account it is for: short, always the same, and no e-mail address, since devices show and copy it.</summary>
internal static class PasskeyHandle
{
    private const string Opening = "sos-";

    public static string Of(AccountKey account) => Opening + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"passkey {account}")));

    public static bool Is(string text) => text.StartsWith(Opening, StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal);
}
