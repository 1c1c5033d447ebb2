using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Accounts;

public static class AccountRefusals
{
    public static readonly Refusal Email = new Refusal("account.email", "Enter an e-mail address in the correct format, like name@example.org.").At("email");
    public static readonly Refusal Name = new Refusal("account.name", "Enter the person's name, at most 80 characters.").At("name");
    public static readonly Refusal NoRole = new Refusal("account.no-role", "Choose at least one role.").At("roles");
    public static readonly Refusal NoSite = new Refusal("account.no-site", "Choose at least one site, or all sites.").At("sites");
    public static readonly Refusal Taken = new Refusal("account.taken", "There is already an account with this e-mail address.", RefusalKind.Conflict).At("email");
    public static readonly Refusal Password = new Refusal("account.password", $"Enter a password of {AccountRules.ShortestPassword} to {AccountRules.LongestPassword} characters.").At("password");
    public static readonly Refusal Unknown = new("account.unknown", "There is no such account.", RefusalKind.NotFound);
    public static readonly Refusal Closed = new("account.closed", "This account is closed.", RefusalKind.Conflict);
    public static readonly Refusal LastAdministrator = new("account.own-administrator", "You cannot take the administrator role from yourself or close your own account. Ask another administrator.");
    public static readonly Refusal TokenName = new Refusal("account.token-name", "Enter a name for the token, at most 80 characters, so that it can be recognised later.").At("name");
    public static readonly Refusal TokenDays = new Refusal("account.token-days", $"Give the days that the token is to hold, from 1 to {AccountRules.LongestTokenDays}, or none.").At("days");
    public static readonly Refusal TooManyTokens = new("account.too-many-tokens", $"An account may have {AccountRules.MostTokens} tokens. Revoke one first.", RefusalKind.Conflict);
    public static readonly Refusal UnknownToken = new("account.unknown-token", "There is no such token; it may be revoked already.", RefusalKind.NotFound);
    public static readonly Refusal SetUpTaken = new("account.set-up-taken", "This study has been set up already, or someone is doing it now. Sign in, or ask its administrator.", RefusalKind.Conflict);
    public static readonly Refusal PresentPassword = new Refusal("account.present-password", "The present password is not right.").At("present");
    public static Refusal NotASite(string text) => new Refusal("account.not-a-site", $"'{text}' is not a site code. Codes are lower-case letters, digits and hyphens.").At("sites");
    public static readonly Refusal SignIn = new("account.sign-in", "The e-mail address or password is not right. After several wrong tries an account is locked for 15 minutes.", RefusalKind.Forbidden);
}
