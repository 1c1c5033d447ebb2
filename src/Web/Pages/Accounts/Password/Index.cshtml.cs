using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.Password;

[EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(SignInDoor door, AccountDoor accounts) : StudyPage
{
    [BindProperty]
    public string Present { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (await door.Check(Person.Account.ToString(), Present) is Decision<SignInUser>.Refused) return await ReturnPageWithTyped(AccountRefusals.PresentPassword);
        var changed = await accounts.SetPassword(Person.Account, Password, Stamp());
        if (changed is Decision<Account>.Accepted) await door.Renew(Person.Account); // every other sign-in of this account ends
        return await Answer(changed, _ => Done("Your password is changed, and you are signed out everywhere else.", AccountsLinks.Own));
    }
}
