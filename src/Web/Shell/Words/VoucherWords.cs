using System.Globalization;
using SosLongitudinal.Study.Vouchers;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>Vouchers in the words that people read.</summary>
public static class VoucherWords
{
    public static string Words(this VoucherKind kind) => kind == VoucherKind.Paper ? "Paper" : "Electronic";

    public static string Words(this VoucherWay way) => way switch { VoucherWay.HandedOver => "Handed over", VoucherWay.Posted => "Posted", _ => "E-mailed" };

    public static string Words(this VoucherReceipt receipt) => receipt switch { VoucherReceipt.SignedPaper => "Signed paper", VoucherReceipt.Reply => "Reply", _ => "No receipt yet" };

    public static string Status(this Voucher voucher) => voucher.Stands ? voucher.Receipt.Words() : "Void";

    public static Tone Tone(this Voucher voucher) => !voucher.Stands ? Components.Tone.Neutral : voucher.AwaitsReceipt ? Components.Tone.Attention : Components.Tone.Good;

    /// <summary>An amount in pounds: <c>£10.50</c>.</summary>
    public static string Pounds(this int pence) => Pounds((long)pence);

    public static string Pounds(this long pence) => $"£{(pence / 100m).ToString("N2", CultureInfo.InvariantCulture)}";

    /// <summary>Reads an amount in pounds; <c>null</c> where it is none.</summary>
    public static int? ReadPence(string typed) =>
        decimal.TryParse(typed.Trim().TrimStart('£'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pounds) && pounds is >= 0 and < 1_000_000 && decimal.Truncate(pounds * 100) == pounds * 100 ? (int)(pounds * 100) : null;
}
