using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Studies;

namespace SosLongitudinal.Web.Pages.Accounts.History;

/// <summary>Who did what to an account, when and why.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : AccountTask(grains)
{
    public string Zone { get; private set; } = "";

    public ImmutableArray<AccountEvent> Events { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await Find(orClosed: true)) return NotFound();
        Zone = (await frames.Current()).Design.TimeZone;
        Events = [.. (await Grains.Account(Key).History()).Reverse()];
        return Page();
    }

    public string Words(string kind) => kind switch
    {
        "account.created" => "Account made",
        "account.password-set" => "Password set",
        "account.roles-set" => "Roles or sites changed",
        "account.token-issued" => "Access token made",
        "account.token-revoked" => "Access token revoked",
        "account.closed" => "Account closed",
        "account.authenticator-set" => "Authenticator app set up",
        "account.authenticator-removed" => "Authenticator app turned off",
        "account.recovery-codes-set" => "Recovery codes given",
        "account.recovery-code-used" => "Recovery code used",
        "account.passkey-added" => "Passkey added",
        "account.passkey-removed" => "Passkey removed",
        "account.second-factor-reset" => "Second factor reset",
        _ => kind,
    };
}
