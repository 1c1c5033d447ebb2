using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.StrikeCaseEvent;

/// <summary>Strikes out an event that was recorded in error.</summary>
public sealed class IndexModel : FamilyTask
{
    /// <summary>Among the events that stand, in the order of recording, from 1.</summary>
    [FromRoute(Name = "number")] public int Number { get; set; }

    [BindProperty] public string Reason { get; set; } = "";

    public CaseEvent Event => Family.CaseEvents[Number - 1];

    protected override bool Fits(FamilyState family) => Number >= 1 && Number <= family.CaseEvents.Length;

    public void OnGet() { }

    public async Task<IActionResult> OnPost() => await Answer((await Grains.Case(Family.Id).StrikeEvent(Event, Stamp(Reason.Trim()))).At(("reason", "Reason")), "The case event is struck out.");
}
