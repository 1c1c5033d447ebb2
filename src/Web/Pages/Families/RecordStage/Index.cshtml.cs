using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.RecordStage;

/// <summary>Records the next stage on the way into the study: screened, approached or not, agreed or declined.</summary>
public sealed class IndexModel : FamilyTask
{
    [BindProperty] public string Outcome { get; set; } = "";

    [BindProperty] public ApproachBar? Bar { get; set; }

    [BindProperty] public string Approacher { get; set; } = "";

    [BindProperty] public TypedDate On { get; set; } = new();

    public StageStep? Step => StageStep.At(Family.Stage);

    public bool AsksWho => Family.Stage is Stage.Screened or Stage.NotApproached;

    public void OnGet() => On = TypedDate.Of(Today);

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var on = typed.Read(On.Read("On", "date"));
        if (Outcome.Length == 0) typed.Fault("Outcome", "Choose what happened.");
        if (on > Today) typed.Fault("On", FamilyRefusals.Future.Sentence);
        if (Outcome == StageStep.NotApproached) typed.Chosen(Bar, "Bar", "Choose why they were not asked.");
        return await When(typed, async () => await Answer((await Record(on)).At(("approacher", "Approacher"), ("decider", "Approacher")), "Recorded."));
    }

    private Task<Decision<FamilyState>> Record(DateOnly on)
    {
        var door = Grains.Enrolment(Family.Id);
        return Outcome switch
        {
            StageStep.Eligible => door.Screen(true, on, Stamp()),
            StageStep.NotEligible => door.Screen(false, on, Stamp()),
            StageStep.Approached => door.Approach(Approacher.Trim(), on, Stamp()),
            StageStep.NotApproached => door.DoNotApproach(Bar!.Value, Approacher.Trim(), on, Stamp()),
            StageStep.Agreed => door.AgreeToContact(on, Stamp()),
            StageStep.Declined => door.DeclineContact(on, Stamp()),
            _ => Task.FromResult<Decision<FamilyState>>(new Refusal("stage.unknown", "Choose what happened.").At("Outcome")),
        };
    }
}
