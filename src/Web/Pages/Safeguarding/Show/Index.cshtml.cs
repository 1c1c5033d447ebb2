using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Safeguarding;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Safeguarding;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Safeguarding.Show;

/// <summary>One disclosure: what it says is shown when asked for, and each showing is on record.</summary>
public sealed class IndexModel : FamilyTask
{
    [FromRoute(Name = "number")] public int Number { get; set; }

    [BindProperty] public TypedTold Told { get; set; } = new();

    [BindProperty] public string FollowUp { get; set; } = "";

    [BindProperty] public TypedDate FollowedOn { get; set; } = new();

    public DisclosureStanding Standing { get; private set; } = null!;

    /// <summary>What it says; <c>null</c> until somebody asks to read it.</summary>
    public HarmDisclosure? Shown { get; private set; }

    public Task<IActionResult> OnGet() => IfTheirs(() =>
    {
        Begin();
        return Task.FromResult<IActionResult>(Page());
    });

    /// <summary>Shows it and records that it was shown.</summary>
    public Task<IActionResult> OnPostRead() => IfTheirs(async () => await Answer(await Grains.Disclosures(Family.Id).Read(Number, Person.AsViewer(), Stamp()), shown =>
    {
        Operation = OperationId.New().ToString(); // what is saved from here is another command
        ModelState.Clear();
        Shown = shown;
        Begin();
        return Page();
    }));

    public Task<IActionResult> OnPostPassOn() => IfTheirs(async () =>
    {
        var typed = new TypedFields();
        var told = Told.Read(typed);
        return await When(typed, async () => await Answer(
            (await Grains.Disclosures(Family.Id).PassOn(Number, told, Person.AsViewer(), Stamp())).At(TypedTold.Fields), _ => Done("It is recorded who was told.", SafeguardingLinks.List(Family.Id))));
    });

    public Task<IActionResult> OnPostFollowUp() => IfTheirs(async () =>
    {
        var typed = new TypedFields();
        var on = typed.Read(FollowedOn.Read("FollowedOn", "day"));
        return await When(typed, async () => await Answer(
            (await Grains.Disclosures(Family.Id).FollowUp(Number, new(on, Person.Account.ToString(), FollowUp.Trim()), Person.AsViewer(), Stamp())).At(), _ => Done("It is added.", SafeguardingLinks.Show(Family.Id, Number))));
    });

    /// <summary>One that is not theirs to read does not exist for them.</summary>
    private async Task<IActionResult> IfTheirs(Func<Task<IActionResult>> go)
    {
        var standing = await Grains.Disclosures(Family.Id).Standing(Person.AsViewer(), Person.Account.ToString());
        if (standing.Match(all => all.FirstOrDefault(d => d.Number == Number), _ => null) is not { } there) return NotFound();
        Standing = there;
        return await go();
    }

    private void Begin()
    {
        Told = new() { On = TypedDate.Of(Today), By = Person.Account.ToString() };
        FollowedOn = TypedDate.Of(Today);
    }
}
