using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Quality.Dismiss;

/// <summary>Sets aside what a rule found, with a reason. It comes back when the form or the people it is about change.</summary>
public sealed class IndexModel : FamilyTask
{
    [FromRoute(Name = "rule")] public string Rule { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string About { get; set; } = "";

    /// <summary>What the person saw.</summary>
    [BindProperty] public string Digest { get; set; } = "";

    [BindProperty] public string Reason { get; set; } = "";

    /// <summary>The hit as it stands; <c>null</c> where the rule finds nothing there, or nothing any more.</summary>
    public QualityHit? Hit { get; private set; }

    public string Title { get; private set; } = "";

    protected override bool Fits(FamilyState family)
    {
        Hit = QualityCheck.Of(family, Frame, Today).FirstOrDefault(h => h.Rule == Rule && (About.Length == 0 || h.About == About));
        Title = QualityRules.All(Frame.Design).FirstOrDefault(r => r.Code == Rule)?.Title ?? "";
        return Title.Length > 0;
    }

    public async Task OnGet()
    {
        if (Hit is { } found && (await HttpContext.RequestServices.GetRequiredService<BlindEntry>().Shown(Person, [found])).IsEmpty) Hit = null;
        Digest = Hit?.Digest ?? "";
    }

    public async Task<IActionResult> OnPost() => await Answer(
        await Grains.Quality(Family.Id).Dismiss(Rule, About.Length == 0 ? Hit?.About ?? "" : About, Digest, Stamp(Reason.Trim())), _ => Done("It is set aside.", QualityLinks.ListFor(rule: Rule)));
}
