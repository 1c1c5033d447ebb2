using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Web.Pages.Forms.Batch;
using SosLongitudinal.Web.Pages.Forms.Units;

namespace SosLongitudinal.Web.Pages.Sites;

/// <summary>A page about one form of a site: the wave and the instrument are in the address.</summary>
public abstract class SiteFormPage : SitePage
{
    [FromRoute(Name = "wave")] public string WaveText { get; set; } = "";

    [FromRoute(Name = "siteForm")] public string InstrumentText { get; set; } = "";

    /// <summary>The version that the page was shown with.</summary>
    [BindProperty(Name = BatchPage.ShownField, SupportsGet = true)] public int? Shown { get; set; }

    public UnitPaper Paper { get; private set; } = null!;

    protected override bool Fits(Site site)
    {
        if (UnitPaper.Of(Frame, InstrumentSubject.Site, WaveText, InstrumentText, site.Forms, Today, Shown) is not { } paper) return false;
        Paper = paper;
        return true;
    }
}
