using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.Authenticator;

[EnableRateLimiting(RateLimits.SignIn)]
public sealed class OffModel(SignInDoor door, IGrainFactory grains) : StudyPage
{
    [BindProperty]
    public string Proof { get; set; } = "";

    public bool HasPasskey { get; private set; }

    public Task OnGet() => Load();

    protected override async Task Load() => HasPasskey = (await grains.Account(Person.Account).Read()).Passkeys.Length > 0;

    public async Task<IActionResult> OnPost()
    {
        if (!await door.Proves(Person.Account, Proof)) return await ReturnPageWithTyped(SecondFactorRefusals.Proof);
        var off = await grains.SecondFactor(Person.Account).TurnOff(Stamp());
        if (off is Decision<Account>.Accepted) await door.Renew(Person.Account);
        return await Answer(off, _ => Done("The authenticator app is off.", AccountsLinks.Own));
    }
}
