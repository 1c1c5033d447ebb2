using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Sites;

/// <summary>Where the pages about sites are.</summary>
public static class SitesLinks
{
    public const string List = "/sites";
    public const string Add = "/sites/add";

    public static string Show(SiteCode site) => $"/sites/{site}";
    public static string SetBand(SiteCode site) => $"/sites/{site}/band";
    public static string Form(SiteCode site, WaveCode wave, InstrumentId instrument) => $"/sites/{site}/forms/{wave}/{instrument}";
    public static string EnterForm(SiteCode site, WaveCode wave, InstrumentId instrument) => $"{Form(site, wave, instrument)}/enter";
}
