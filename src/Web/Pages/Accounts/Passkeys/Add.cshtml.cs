using System.Collections.Immutable;
using System.Net.Mime;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Errors;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.Passkeys;

[EnableRateLimiting(RateLimits.SignIn)]
public sealed class AddModel(PasskeyDoor passkeys, SecondFactorDoor factors, SignInDoor door) : StudyPage
{
    /// <summary>What recovery codes are made from, sealed for this account.</summary>
    [BindProperty]
    public string Closed { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Proof { get; set; } = "";

    /// <summary>The passkey as the browser's script sends it.</summary>
    [BindProperty]
    public string Credential { get; set; } = "";

    public ImmutableArray<string> Codes { get; private set; } = [];

    public void OnGet() => Closed = factors.NewSecret(Person.Account);

    /// <summary>Asked by the script before the browser makes the passkey: only for whoever proves that they are the person signed in.</summary>
    public async Task<IActionResult> OnPostOptions() =>
        string.IsNullOrWhiteSpace(Name) ? new ResultOf(SecondFactorRefusals.PasskeyName.ToProblem())
        : !await door.Proves(Person.Account, Proof) ? new ResultOf(SecondFactorRefusals.Proof.ToProblem())
        : Content(await passkeys.AskNew(Person), MediaTypeNames.Application.Json);

    public async Task<IActionResult> OnPost()
    {
        var added = await passkeys.Add(Person.Account, Credential, Name, Closed, Stamp());
        if (added is Decision<ImmutableArray<string>>.Accepted) await door.Renew(Person.Account);
        return await Answer(added, codes => codes.IsEmpty ? Done("The passkey is added.", AccountsLinks.Passkeys) : Show(codes));
    }

    private IActionResult Show(ImmutableArray<string> codes)
    {
        Codes = codes;
        return Page();
    }
}
