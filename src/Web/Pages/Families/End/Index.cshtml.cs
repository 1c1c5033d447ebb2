using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.End;

/// <summary>Ends a family's part in the study. What was collected stays.</summary>
public sealed class IndexModel : FamilyTask
{
    [BindProperty] public EndReason? Why { get; set; }

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Reason { get; set; } = "";

    public void OnGet() => On = TypedDate.Of(Today);

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var why = typed.Chosen(Why, "Why", "Choose why their part ended.");
        var on = typed.Read(On.Read("On", "date"));
        if (on > Today) typed.Fault("On", FamilyRefusals.Future.Sentence);
        return await When(typed, async () => await Answer((await Grains.Enrolment(Family.Id).End(why, on, Stamp(Reason.Trim()))).At(), "Their part in the study has ended."));
    }
}
