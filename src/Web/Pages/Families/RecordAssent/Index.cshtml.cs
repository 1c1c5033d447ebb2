using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.RecordAssent;

/// <summary>Records what a child said to being asked.</summary>
public sealed class IndexModel : MemberTask
{
    [BindProperty] public string Given { get; set; } = "";

    [BindProperty] public string Wave { get; set; } = "";

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public ConsentMode Mode { get; set; } = ConsentMode.Spoken;

    [BindProperty] public string TakenBy { get; set; } = "";

    public IEnumerable<Choice> Answers => [new("yes", "Yes", "They agree to be asked"), new("no", "No", "They are not asked, whatever others consented to")];

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public IEnumerable<Choice> Modes => Choices.Of<ConsentMode>(m => m.Words());

    public void OnGet() => (On, TakenBy) = (TypedDate.Of(Today), Person.Account.ToString());

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (Given is not ("yes" or "no")) typed.Fault("Given", "Choose what the child said.");
        var on = typed.Read(On.Read("On", "day on which the child was asked"));
        var said = new Assent(Member.Id, Given == "yes", on, WaveCode.TryParse(Wave, null, out var wave) ? wave : null, TakenBy.Trim(), Mode);
        return await When(typed, async () => await Answer((await Grains.Consent(Family.Id).RecordAssent(said, Stamp())).At(("child", "Given")), "What the child said is recorded."));
    }
}
