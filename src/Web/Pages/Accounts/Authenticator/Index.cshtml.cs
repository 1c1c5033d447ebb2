using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Layout;
using SosLongitudinal.Web.Shell.Security;

namespace SosLongitudinal.Web.Pages.Accounts.Authenticator;

[EnableRateLimiting(RateLimits.SignIn)]
public sealed class IndexModel(SecondFactorDoor factors, SignInDoor door, IGrainFactory grains, StudyFrames frames, StudyBanner banner) : StudyPage
{
    private const int Group = 4;

    /// <summary>The key that is being set up, sealed for this account.</summary>
    [BindProperty]
    public string Closed { get; set; } = "";

    [BindProperty]
    public string Code { get; set; } = "";

    public ImmutableArray<string> Codes { get; private set; } = [];

    public bool IsOn { get; private set; }

    public bool IsRequired { get; private set; }

    public QrPicture Picture { get; private set; } = new(0, "");

    public IEnumerable<string> KeyGroups { get; private set; } = [];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var turnedOn = await factors.TurnOn(Person.Account, Closed, Code, Stamp());
        if (turnedOn is Decision<ImmutableArray<string>>.Accepted) await door.Renew(Person.Account); // every other sign-in of this account ends
        Code = "";
        return await Answer(turnedOn, Show);
    }

    protected override async Task Load()
    {
        IsOn = (await grains.Account(Person.Account).Read()).Authenticator is not null;
        IsRequired = SecondFactorGate.Stops((await frames.Current()).Design.RequiresSecondFactor, Person.Roles, IsOn);
        if (IsOn) return;
        if (factors.KeyIn(Person.Account, Closed) is not { } key)
        {
            ModelState.Remove(nameof(Closed));
            Closed = factors.NewKey(Person.Account);
            key = factors.KeyIn(Person.Account, Closed)!;
        }
        KeyGroups = key.Chunk(Group).Select(chunk => new string(chunk));
        var issuer = Uri.EscapeDataString((await banner.Read()).Title);
        Picture = QrPicture.Of($"otpauth://totp/{issuer}:{Uri.EscapeDataString(Person.Account.ToString())}?secret={key}&issuer={issuer}&digits=6");
    }

    private IActionResult Show(ImmutableArray<string> codes)
    {
        Codes = codes;
        return Page();
    }
}
