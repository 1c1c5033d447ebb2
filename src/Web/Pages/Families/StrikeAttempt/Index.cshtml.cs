using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Attempts;

namespace SosLongitudinal.Web.Pages.Families.StrikeAttempt;

/// <summary>Strikes out an attempt that was recorded in error.</summary>
public sealed class IndexModel : WaveTask
{
    [FromRoute(Name = "number")] public string NumberText { get; set; } = "";

    [BindProperty] public string Reason { get; set; } = "";

    public WaveAttempt Made { get; private set; } = null!;

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost()
    {
        var struck = await Grains.Attempts(Family.Id).Strike(Wave.Code, Made.Number, Stamp(Reason.Trim() is { Length: > 0 } why ? why : null));
        return await Answer(struck, _ => Done("The attempt is struck out.", FamiliesLinks.Attempts(Family.Id, Wave.Code)));
    }

    protected override bool Fits(FamilyState family)
    {
        if (!base.Fits(family) || !int.TryParse(NumberText, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        Made = family.Attempts.FirstOrDefault(a => a.Wave == Wave.Code && a.Number == number)!;
        return Made is not null;
    }
}
