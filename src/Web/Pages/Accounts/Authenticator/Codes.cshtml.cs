using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.Authenticator;

[EnableRateLimiting(RateLimits.SignIn)]
public sealed class CodesModel(SecondFactorDoor factors, SignInDoor door) : StudyPage
{
    /// <summary>What the codes are made from, sealed for this account.</summary>
    [BindProperty]
    public string Closed { get; set; } = "";

    [BindProperty]
    public string Proof { get; set; } = "";

    public ImmutableArray<string> Codes { get; private set; } = [];

    public void OnGet() => Closed = factors.NewSecret(Person.Account);

    public async Task<IActionResult> OnPost()
    {
        if (!await door.Proves(Person.Account, Proof)) return await ReturnPageWithTyped(SecondFactorRefusals.Proof);
        return await Answer(await factors.NewCodes(Person.Account, Closed, Stamp()), Show);
    }

    private IActionResult Show(ImmutableArray<string> codes)
    {
        Codes = codes;
        return Page();
    }
}
