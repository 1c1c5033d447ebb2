using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Forms.MarkNotAchieved;

/// <summary>Records that a form will not come, and why. One that comes after all takes its place.</summary>
public sealed class IndexModel : FormTask
{
    [BindProperty(SupportsGet = true)] public string Respondent { get; set; } = "";

    [BindProperty] public NotAchievedReason? Why { get; set; }

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Reason { get; set; } = "";

    public void OnGet()
    {
        On = TypedDate.Of(Today);
        if (Respondents.ToList() is [var only]) Respondent = only.Value;
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (!Party.TryParse(Respondent, null, out var respondent)) typed.Fault("Respondent", "Choose whose answers were asked for.");
        var why = typed.Chosen(Why, "Why", "Choose why the form was not achieved.");
        var on = typed.Read(On.Read("On", "date"));
        return await When(typed, async () => await Answer(
            (await Grains.Forms(Family.Id).MarkNotAchieved(PlaceOf(respondent), why, on, Stamp(Reason.Trim()))).At(), "The form is marked as not achieved."));
    }
}
