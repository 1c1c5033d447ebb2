using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.Tokens;

[EnableRateLimiting(RateLimits.SignIn)]
public sealed class MakeModel(TokenDoor tokens, SecondFactorDoor factors, SignInDoor door) : StudyPage
{
    /// <summary>What the token is made from, sealed for this account.</summary>
    [BindProperty]
    public string Closed { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Scope { get; set; } = nameof(TokenScope.Read);

    [BindProperty]
    public string Days { get; set; } = "90";

    [BindProperty]
    public string Proof { get; set; } = "";

    /// <summary>The token, on the one page that shows it.</summary>
    public string? Made { get; private set; }

    public void OnGet() => Closed = factors.NewSecret(Person.Account);

    public async Task<IActionResult> OnPost()
    {
        if (!Enum.TryParse<TokenScope>(Scope, out var scope) || !Enum.IsDefined(scope) || !int.TryParse(Days, NumberStyles.None, CultureInfo.InvariantCulture, out var days)) return BadRequest();
        var wanted = new NewToken(Name, scope, Days == TokenWords.UntilRevoked ? null : days, SecondFactorGate.IsPassed(User));
        return await Answer(await tokens.Make(Person.Account, Closed, wanted, () => door.Proves(Person.Account, Proof), Stamp()), Show);
    }

    private IActionResult Show(string token)
    {
        Made = token;
        return Page();
    }
}
