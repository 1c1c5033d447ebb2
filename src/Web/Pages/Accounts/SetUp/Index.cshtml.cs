using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.SetUp;

/// <summary>Walks the first visitor of an empty study through making the administrator.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(AccountDoor accounts, SignInDoor door, TimeProvider clock) : StudyPage
{
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnGet() => await accounts.NeedsSetUp() ? Page() : LocalRedirect("/sign-in");

    public async Task<IActionResult> OnPost()
    {
        if (!await accounts.NeedsSetUp()) return await ReturnPageWithTyped(AccountRefusals.SetUpTaken);
        var made = await accounts.SetUp(Email, Name, Password, OperationId, clock.GetUtcNow());
        if (made is Decision<Account>.Accepted) await door.Enter(Email, Password);
        return await Answer(made, _ => Done("The administrator's account is ready, and you are signed in.", "/"));
    }
}
