using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.TwoPerson;

/// <summary>Says that two people are to go to the family, or that one may go again.</summary>
public sealed class IndexModel : FamilyTask
{
    [BindProperty] public TwoPersonReason? Reason { get; set; }

    [BindProperty] public TwoPersonLift? Lift { get; set; }

    [BindProperty] public TypedDate On { get; set; } = new();

    public void OnGet() => On = TypedDate.Of(Today);

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var on = typed.Read(On.Read("On", "date"));
        var door = Grains.Safety(Family.Id);
        if (!Family.NeedsTwo && Lift is null)
        {
            var reason = typed.Chosen(Reason, "Reason", "Choose why two people are to go.");
            return await When(typed, async () => await Answer((await door.SetTwoPerson(reason, on, Stamp())).At(), "Two people go to this family from now on."));
        }
        var lift = typed.Chosen(Lift, "Lift", "Choose why one person may go again.");
        return await When(typed, async () => await Answer((await door.LiftTwoPerson(lift, on, Stamp())).At(), "One person may go to this family again."));
    }
}
