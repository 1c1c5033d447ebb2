namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>Where the pages about instruments are.</summary>
public static class InstrumentsLinks
{
    public const string Import = "/instruments/import";
}
