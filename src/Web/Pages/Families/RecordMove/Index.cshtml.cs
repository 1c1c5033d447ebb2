using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.RecordMove;

/// <summary>Records that a family moved to another site of the study. It stays due there.</summary>
public sealed class IndexModel : FamilyTask
{
    [BindProperty] public string To { get; set; } = "";

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Reason { get; set; } = "";

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => s.Code != Family.Site).OrderBy(s => s.Name).Select(s => new Choice(s.Code.ToString(), s.Name));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (!SiteCode.TryParse(To, null, out var to)) typed.Fault("To", "Choose the site they moved to.");
        var on = typed.Read(On.ReadPartial("On", "day, month or year of the move"));
        return await When(typed, async () => await Answer((await Grains.Members(Family.Id).Move(to, on, Stamp(Reason.Trim()))).At(), moved => Person.MaySee(moved.Site)
            ? Done("The move is recorded.", FamiliesLinks.Show(moved.Id))
            : Done("The move is recorded. The family is at a site now that you do not see.", FamiliesLinks.List)));
    }
}
