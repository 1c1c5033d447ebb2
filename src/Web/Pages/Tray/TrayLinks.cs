using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;

namespace SosLongitudinal.Web.Pages.Tray;

/// <summary>Where the pages about forms without a family are.</summary>
public static class TrayLinks
{
    public const string List = "/tray";
    public const string Key = "/tray/key";

    public static string KeyOf(InstrumentId instrument) => $"{Key}?Instrument={instrument}";

    public static string KeyInto(SiteCode site, InstrumentId instrument) => $"{Key}?Site={site}&Instrument={instrument}";

    public static string Match(TrayItemId item) => $"/tray/{item.Site}/{item.Volume}.{item.Number}";

    public static string Change(TrayItemId item) => $"{Match(item)}/change";

    public static string Discard(TrayItemId item) => $"{Match(item)}/discard";
}
