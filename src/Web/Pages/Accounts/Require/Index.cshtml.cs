using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Accounts;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Accounts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Accounts.Require;

public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    private const string Nobody = "nobody";
    private const string Concerned = "contact-details";

    public ImmutableArray<Choice> Choices { get; } =
        [new(Nobody, "Those who set one up themselves"), new(Concerned, "Everybody whose role sees names and addresses", SecondFactorGate.Concerned.Words())];

    [BindProperty]
    public string Required { get; set; } = "";

    public ImmutableArray<AccountLine> Without { get; private set; } = [];

    public async Task OnGet()
    {
        Required = (await frames.Current()).Design.RequiresSecondFactor ? Concerned : Nobody;
        await Load();
    }

    public async Task<IActionResult> OnPost() =>
        await Answer(await grains.StudyAccess().RequireSecondFactor(Required == Concerned, Stamp()), design => Done(
            design.RequiresSecondFactor ? "A second factor is required of everybody who sees names and addresses." : "A second factor is no longer required.", AccountsLinks.List));

    protected override async Task Load() =>
        Without = [.. (await grains.Accounts().All()).Where(a => !a.IsClosed && SecondFactorGate.Stops(required: true, a.Roles, a.HasSecondFactor))];
}
