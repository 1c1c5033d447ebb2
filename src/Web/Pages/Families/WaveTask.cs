using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Families;

/// <summary>A page about one wave of a family.</summary>
public abstract class WaveTask : FamilyTask
{
    [FromRoute(Name = "wave")] public string WaveText { get; set; } = "";

    public WaveDesign Wave { get; private set; } = null!;

    protected override bool Fits(FamilyState family)
    {
        if (!WaveCode.TryParse(WaveText, null, out var code) || Frame.Design.Wave(code) is not { } wave) return false;
        Wave = wave;
        return true;
    }
}
