using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Errors;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.SignInAgain;

/// <summary>Signs in with a form on board, and sends that form on its way as it was typed.</summary>
[EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(SignInDoor door) : PageModel
{
    public KeptValues Kept { get; private set; } = new("/", []);

    public string Email { get; private set; } = "";

    public string? Error { get; private set; }

    /// <summary>The password was right; the code is asked for, with the form still on board.</summary>
    public bool NeedsCode { get; private set; }

    public bool IsSignedIn { get; private set; }

    public IActionResult OnGet() => LocalRedirect("/sign-in");

    public async Task<IActionResult> OnPost(
        [FromForm(Name = KeptValues.ToField)] string to, [FromForm(Name = "kept-password-of")] string email, [FromForm(Name = "kept-password")] string password,
        [FromForm(Name = "kept-password-code")] string? code)
    {
        if (!Url.IsLocalUrl(to)) return BadRequest();
        Email = email;
        Kept = KeptValues.Of(to, Request.Form);
        NeedsCode = code is not null;
        switch (NeedsCode ? (await door.EnterCode(code)).Select(user => new Entered(user, NeedsCode: false)) : await door.Enter(email, password))
        {
            case Decision<Entered>.Refused(var why):
                Error = why.Sentence;
                NeedsCode &= why.Code != SecondFactorRefusals.TooLate.Code;
                Response.StatusCode = why.Status();
                break;
            case Decision<Entered>.Accepted({ NeedsCode: true }):
                NeedsCode = true;
                break;
            case Decision<Entered>.Accepted(var entered):
                HttpContext.User = await door.PrincipalOf(entered.User); // the form token of the page below belongs to the person who has just signed in
                IsSignedIn = true;
                break;
        }
        return Page();
    }
}
