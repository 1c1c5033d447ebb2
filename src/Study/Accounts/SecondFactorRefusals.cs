using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Accounts;

public static class SecondFactorRefusals
{
    public static readonly Refusal Code = new Refusal("account.code", "The code is not right, or it was used before. Enter the code that shows now.").At("code");
    public static readonly Refusal CodeMissing = new Refusal("account.code-missing", "This account asks for a code besides the password: the six digits that its authenticator app shows, or a recovery code.", RefusalKind.Forbidden).At("code");
    public static readonly Refusal TooLate = new("account.first-step-gone", "The password was entered too long ago. Sign in again.", RefusalKind.Conflict);
    public static readonly Refusal Locked = new("account.locked", "There were too many wrong tries. Wait 15 minutes, then sign in again.", RefusalKind.Forbidden);
    public static readonly Refusal First = new("account.second-factor-first", "Your role needs a second factor to sign in. Set one up at your account page first.", RefusalKind.Forbidden);
    public static readonly Refusal TokenBefore = new("account.token-without-second-factor", "This token was made without a second factor, which your role needs now. Sign in with one and make another token.", RefusalKind.Forbidden);
    public static readonly Refusal AlreadyOn = new("account.authenticator-on", "An authenticator app is set up already. Turn it off first to set up another.", RefusalKind.Conflict);
    public static readonly Refusal None = new("account.no-second-factor", "This account has no second factor. Set one up first.", RefusalKind.Conflict);
    public static readonly Refusal SetUpGone = new("account.set-up-gone", "This key can no longer be read. Open the page anew and scan the code that it shows.", RefusalKind.Conflict);
    public static readonly Refusal Proof = new Refusal("account.proof", "Enter a code from the app, a recovery code or your password; what was entered is not right.").At("proof");
    public static readonly Refusal PasskeyName = new Refusal("account.passkey-name", $"Enter a name for the passkey, at most {SecondFactorRules.LongestPasskeyName} characters, such as: office laptop.").At("name");
    public static readonly Refusal PasskeyKnown = new("account.passkey-known", "This device has a passkey for your account already.", RefusalKind.Conflict);
    public static readonly Refusal TooManyPasskeys = new("account.too-many-passkeys", $"An account may have {SecondFactorRules.MostPasskeys} passkeys. Remove one first.", RefusalKind.Conflict);
    public static readonly Refusal Passkey = new("account.passkey", "The passkey was not taken. Try again, or sign in with your password.", RefusalKind.Forbidden);
    public static readonly Refusal Reason = new Refusal("account.reset-reason", "Say why the second factor is reset, and how you know that it is them.").At("why");
    public static readonly Refusal OwnReset = new("account.own-reset", "Your own second factor is turned off at your account page, or reset by another administrator.");
}
