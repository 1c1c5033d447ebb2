using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Vouchers;

namespace SosLongitudinal.Web.Pages.Vouchers;

/// <summary>Where the pages about vouchers are.</summary>
public static class VouchersLinks
{
    public const string List = "/vouchers";

    public static string Give(FamilyId family, WaveCode wave) => $"/families/{family}/vouchers/{wave}";
    public static string Show(VoucherSerial serial) => $"/vouchers/{serial}";
    public static string Void(VoucherSerial serial) => $"/vouchers/{serial}/void";
    public static string Csv(string site, string wave) => $"/api/v1/vouchers.csv?site={Uri.EscapeDataString(site)}&wave={Uri.EscapeDataString(wave)}";
}
