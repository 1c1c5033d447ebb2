using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Instruments.PutInForce;

/// <summary>Which version the forms of a wave are filled in on, and from which day.</summary>
public sealed class IndexModel : InstrumentTask
{
    [BindProperty] public string Wave { get; set; } = "";

    [BindProperty] public string Version { get; set; } = "";

    [BindProperty] public TypedDate From { get; set; } = new();

    public void OnGet()
    {
        (Wave, From) = ($"{Frame.Design.Waves.LastOrDefault()?.Code}", TypedDate.Of(Today));
        Version = Kept.Newest()?.Version.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (!WaveCode.TryParse(Wave, null, out var wave)) typed.Fault("Wave", "Choose a wave.");
        if (!int.TryParse(Version, NumberStyles.None, CultureInfo.InvariantCulture, out var version)) typed.Fault("Version", "Choose a version.");
        var from = typed.Read(From.Read("From", "day from which it is in force"));
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        return await Answer(await Door.PutInForce(wave, version, from, Stamp()), $"Version {version} is in force at {Frame.Design.Wave(wave)?.Name} from {from:d MMMM yyyy}.", InstrumentsLinks.PutInForce(Id));
    }
}
