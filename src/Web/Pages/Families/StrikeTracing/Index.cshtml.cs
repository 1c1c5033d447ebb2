using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Tracing;

namespace SosLongitudinal.Web.Pages.Families.StrikeTracing;

/// <summary>Strikes out an attempt to find a family that was recorded in error.</summary>
public sealed class IndexModel : WaveTask
{
    [FromRoute(Name = "number")] public string NumberText { get; set; } = "";

    [BindProperty] public string Reason { get; set; } = "";

    public WaveTracing Made { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var struck = await Grains.Tracing(Family.Id).StrikeTrace(Wave.Code, Made.Number, Stamp(Reason.Trim() is { Length: > 0 } why ? why : null));
        return await Answer(struck, _ => Done("It is struck out.", FamiliesLinks.Trace(Family.Id, Wave.Code)));
    }

    protected override bool Fits(FamilyState family)
    {
        if (!base.Fits(family) || !int.TryParse(NumberText, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        Made = family.Tracing.FirstOrDefault(t => t.Wave == Wave.Code && t.Number == number)!;
        return Made is not null;
    }
}
