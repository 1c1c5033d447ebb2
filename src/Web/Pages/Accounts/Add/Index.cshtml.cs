using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Accounts.Add;

public sealed class IndexModel(AccountDoor accounts, StudyFrames frames) : StudyPage
{
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Password { get; set; } = "";

    [BindProperty]
    public List<string> Roles { get; set; } = [];

    [BindProperty]
    public string Reach { get; set; } = RoleChoices.SomeSites;

    [BindProperty]
    public List<string> Sites { get; set; } = [];

    public ImmutableArray<Choice> SiteChoices { get; private set; } = [];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost() => RoleChoices.ReadSites(Reach, Sites) switch
    {
        Decision<SiteScope>.Refused(var why) => await ReturnPageWithTyped(why),
        Decision<SiteScope>.Accepted(var sites) => await Answer(
            await accounts.Create(Email, Name, RoleChoices.Read(Roles), sites, Password, Stamp()), made => Done($"{made.Name} can sign in now.", "/accounts")),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    protected override async Task Load() => SiteChoices = await RoleChoices.Sites(frames);
}
