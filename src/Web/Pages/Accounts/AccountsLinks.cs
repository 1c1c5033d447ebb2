using SosLongitudinal.Study.Accounts;

namespace SosLongitudinal.Web.Pages.Accounts;

/// <summary>Where the pages about accounts are.</summary>
public static class AccountsLinks
{
    public const string List = "/accounts";
    public const string Require = "/accounts/second-factor";
    public const string Own = "/account";
    public const string Password = "/account/password";
    public const string Authenticator = "/account/authenticator";
    public const string AuthenticatorOff = "/account/authenticator/off";
    public const string RecoveryCodes = "/account/authenticator/recovery-codes";
    public const string Passkeys = "/account/passkeys";
    public const string AddPasskey = "/account/passkeys/add";
    public const string Tokens = "/account/tokens";
    public const string MakeToken = "/account/tokens/make";
    public const string SignIn = "/sign-in";

    public const string OrganisationAnswer = "/sign-in/organisation/answer";

    public static string Organisation(string to) => $"/sign-in/organisation?to={Uri.EscapeDataString(to)}";
    public static string OrganisationBack(string to) => $"{OrganisationAnswer}?to={Uri.EscapeDataString(to)}";
    public static string SignInCode(string to) => $"/sign-in/code?to={Uri.EscapeDataString(to)}";
    public static string Change(AccountKey account) => $"/accounts/{Uri.EscapeDataString(account.ToString())}";
    public static string ResetSecondFactor(AccountKey account) => $"{Change(account)}/second-factor";
    public static string RemovePasskey(string passkey) => $"/account/passkeys/{passkey}/remove";
    public static string TokensOf(AccountKey account) => $"{Change(account)}/tokens";
    public static string History(AccountKey account) => $"{Change(account)}/history";
}
