using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Accounts;

/// <summary>Why somebody whom their organisation knows does not get in.</summary>
public static class OrganisationRefusals
{
    public static readonly Refusal NotFinished = new("account.organisation-not-finished", "Signing in with your organisation was not finished. Try again, or sign in with your password.", RefusalKind.Forbidden);
    public static readonly Refusal NotAnswering = new("account.organisation-not-answering", "Your organisation's sign-in does not answer just now. Try again later, or sign in with your password.", RefusalKind.Conflict);
    public static readonly Refusal NoEmail = new("account.organisation-no-email", "Your organisation named no e-mail address of yours that it has checked. Ask those who run its accounts, or sign in with your password.", RefusalKind.Forbidden);

    public static Refusal NoAccount(string email, string administrators) =>
        new("account.organisation-no-account", $"{email} has no account in this study. Ask {administrators} to add you.", RefusalKind.Forbidden);
}
