using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Accounts.Change;

public sealed class IndexModel(IGrainFactory grains, AccountDoor accounts, StudyFrames frames) : AccountTask(grains)
{
    private const string List = "/accounts";

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public string Reach { get; set; } = "";

    [BindProperty]
    public List<string> Sites { get; set; } = [];

    [BindProperty]
    public string Password { get; set; } = "";

    public ImmutableArray<Choice> SiteChoices { get; private set; } = [];

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotFound();
        ShowKnown();
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Find()) return NotFound();
        return RoleChoices.ReadSites(Reach, Sites) switch
        {
            Decision<SiteScope>.Accepted(var sites) => await Answer(
                await Grains.Account(Key).SetRoles(RoleChoices.Read(Roles), sites, Stamp()), saved => Done($"{saved.Name}'s roles are changed.", List)),
            Decision<SiteScope>.Refused(var why) => await ReturnPageWithTyped(why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    public async Task<IActionResult> OnPostPassword()
    {
        if (!await Find()) return NotFound();
        ShowKnown();
        return await Answer(await accounts.SetPassword(Key, Password, Stamp()), saved => Done($"{saved.Name} has a new password.", List));
    }

    public async Task<IActionResult> OnPostClose()
    {
        if (!await Find()) return NotFound();
        ShowKnown();
        return await Answer(await Grains.Account(Key).Close(Stamp()), saved => Done($"{saved.Name}'s account is closed.", List));
    }

    protected override async Task Load() => SiteChoices = await RoleChoices.Sites(frames);

    private void ShowKnown()
    {
        Roles = [.. Known.Roles.Each().Select(r => r.ToString())];
        (Reach, Sites) = Known.Sites.Match(_ => (RoleChoices.EverySite, new List<string>()), only => (RoleChoices.SomeSites, [.. only.Sites.Select(s => s.ToString())]));
    }
}
