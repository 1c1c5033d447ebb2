using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Vouchers;

namespace SosLongitudinal.Web.Api.Vouchers;

/// <summary>
/// A voucher that was given: <c>kind</c> is <c>paper</c> or <c>electronic</c>, <c>way</c> is <c>handed-over</c>, <c>posted</c> or <c>emailed</c>; by whoever sends it where nobody else is named. With a <c>reason</c> it is taken also
/// where nothing was to be sent.
/// </summary>
public sealed record GiftBody(string Serial, int Pence, VoucherKind Kind, MemberId Member, WaveCode Wave, VoucherWay Way, DateOnly On, string? By = null, string? Reason = null);

public sealed record ReceiptBody(VoucherReceipt Receipt, DateOnly On);

public sealed record VoidBody(string Reason);

public sealed record VoucherView(
    VoucherSerial Serial, FamilyId Family, MemberId Member, SiteCode Site, WaveCode Wave, int Pence, string Currency, VoucherKind Kind, VoucherWay Way, DateOnly On, string By, VoucherReceipt Receipt, DateOnly? ReceiptOn, string? VoidBecause)
{
    public static VoucherView Of(Voucher v) =>
        new(v.Serial, v.Gift!.Family, v.Gift.Member, v.Gift.Site, v.Gift.Wave, v.Gift.Pence, v.Gift.Currency, v.Gift.Kind, v.Gift.Way, v.Gift.On, v.Gift.By, v.Receipt, v.ReceiptOn, v.VoidBecause);
}

/// <summary>Vouchers with what stands of them: how many, their sum, and how many have no receipt yet.</summary>
public sealed record VouchersView(ImmutableArray<VoucherView> Items, int Given, long Pence, int NoReceipt)
{
    public static VouchersView Of(ImmutableArray<Voucher> found) =>
        new([.. found.Select(VoucherView.Of)], found.Count(v => v.Stands), found.Where(v => v.Stands).Sum(v => (long)v.Gift!.Pence), found.Count(v => v.AwaitsReceipt));
}

/// <summary>Vouchers as the accounts take them: serials and ids, no names and nobody's account.</summary>
internal static class VoucherCsv
{
    private const string Header = "serial,family,member,site,wave,pence,currency,kind,way,given_on,receipt,receipt_on,void\r\n";

    public static byte[] Of(IEnumerable<Voucher> vouchers)
    {
        var text = new StringBuilder(Header);
        foreach (var v in vouchers.Select(VoucherView.Of)) // no cell can hold a comma or a quote
            text.Append(CultureInfo.InvariantCulture, $"{v.Serial},{v.Family},{v.Member},{v.Site},{v.Wave},{v.Pence},{v.Currency},{Kebab(v.Kind)},{Kebab(v.Way)},{v.On:yyyy-MM-dd},{Kebab(v.Receipt)},{v.ReceiptOn:yyyy-MM-dd},{(v.VoidBecause is null ? "no" : "yes")}\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Kebab<TCase>(TCase value) where TCase : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
