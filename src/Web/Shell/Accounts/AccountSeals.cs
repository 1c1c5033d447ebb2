using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using SosLongitudinal.Study.Accounts;

namespace SosLongitudinal.Web.Shell.Accounts;

/// <summary>Seals an account's secrets for that account alone, with the study's key ring.</summary>
public sealed class AccountSeals(IDataProtectionProvider protection)
{
    public string Close(AccountKey account, string secret) => Protector(account).Protect(secret);

    /// <summary>The secret; <c>null</c> where it is another account's, or nothing that was sealed here.</summary>
    public string? Open(AccountKey account, string closed)
    {
        try
        {
            return Protector(account).Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(AccountKey account) => protection.CreateProtector("sos.authenticator", account.ToString());
}
