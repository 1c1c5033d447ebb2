using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.Passkeys;

[EnableRateLimiting(RateLimits.SignIn)]
public sealed class RemoveModel(IGrainFactory grains, SignInDoor door) : StudyPage
{
    [FromRoute(Name = "passkey")]
    public string Id { get; set; } = "";

    [BindProperty]
    public string Proof { get; set; } = "";

    public Passkey Known { get; private set; } = new("", "", "", [], false);

    public async Task<IActionResult> OnGet() => await Find() ? Page() : LocalRedirect(AccountsLinks.Passkeys); // removed already

    public async Task<IActionResult> OnPost()
    {
        if (!await Find()) return Done("The passkey is removed.", AccountsLinks.Passkeys);
        if (!await door.Proves(Person.Account, Proof)) return await ReturnPageWithTyped(SecondFactorRefusals.Proof);
        var removed = await grains.SecondFactor(Person.Account).RemovePasskey(Id, Stamp());
        if (removed is Decision<Account>.Accepted) await door.Renew(Person.Account);
        return await Answer(removed, _ => Done("The passkey is removed.", AccountsLinks.Passkeys));
    }

    private async Task<bool> Find()
    {
        if ((await grains.Account(Person.Account).Read()).Passkeys.FirstOrDefault(p => p.Id == Id) is not { } found) return false;
        Known = found;
        return true;
    }
}
