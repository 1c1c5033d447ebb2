using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Study.Vouchers;

/// <summary>Decisions about vouchers. A serial is given once in the whole study: its record is this one.</summary>
public static class VoucherRules
{
    private const int MostPence = 100_000;
    private const int LongestAccount = 254;

    /// <summary>Why nothing may be sent to the member in this way, unless somebody says why it was; <c>null</c> where nothing forbids it.</summary>
    /// <param name="unsafely">What safe contact says to it.</param>
    public static Refusal? Barred(FamilyState family, VoucherGift gift, Refusal? unsafely) =>
        gift.Way == VoucherWay.HandedOver ? null
        : ReminderRules.IsSilent(family, gift.Member, gift.On) ? VoucherRefusals.Silent.At("reason")
        : unsafely is not null ? VoucherRefusals.Unsafe(unsafely.Sentence).At("reason")
        : null;

    /// <param name="barred">Why nothing may be sent to the member in this way (<see cref="Barred"/>).</param>
    public static Decision<ImmutableArray<VoucherFact>> Give(Voucher voucher, FamilyState? family, StudyFrame frame, VoucherGift gift, Refusal? barred, Stamp stamp)
    {
        if (family is not { Exists: true }) return FamilyRefusals.Unknown;
        if (voucher.Stands) return VoucherRefusals.Used(voucher.Serial).At("serial");
        if (family.Member(gift.Member) is not { ErasedOn: null }) return FamilyRefusals.UnknownMember(gift.Member).At("member");
        if (frame.Design.Wave(gift.Wave) is null) return StudyRefusals.UnknownWave(gift.Wave).At("wave");
        if (gift.Pence is < 1 or > MostPence) return VoucherRefusals.Amount.At("amount");
        if (gift.By.Length is 0 or > LongestAccount) return VoucherRefusals.By.At("by");
        if (gift.On > frame.Design.Today(stamp.At)) return FamilyRefusals.Future.At("on");
        if (gift.On < family.SampledOn) return FamilyRefusals.BeforeSampling(family.SampledOn).At("on");
        if (barred is not null && string.IsNullOrWhiteSpace(stamp.Why)) return barred;
        return Facts.Of<VoucherFact>(new VoucherFact.Given(gift));
    }

    public static Decision<ImmutableArray<VoucherFact>> NoteReceipt(Voucher voucher, VoucherReceipt receipt, DateOnly on, DateOnly today) =>
        !voucher.Stands ? VoucherRefusals.Unknown
        : receipt == VoucherReceipt.NoneYet ? VoucherRefusals.Receipt.At("receipt")
        : on > today ? FamilyRefusals.Future.At("on")
        : on < voucher.Gift!.On ? VoucherRefusals.ReceiptBefore(voucher.Gift.On).At("on")
        : (voucher.Receipt, voucher.ReceiptOn) == (receipt, on) ? Facts.None<VoucherFact>()
        : Facts.Of<VoucherFact>(new VoucherFact.Receipted(receipt, on));

    public static Decision<ImmutableArray<VoucherFact>> Void(Voucher voucher, Stamp stamp) =>
        voucher.Gift is null ? VoucherRefusals.Unknown
        : !voucher.Stands ? Facts.None<VoucherFact>()
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : Facts.Of<VoucherFact>(new VoucherFact.Voided());
}

/// <summary>Refusals about vouchers. Codes are public and never reworded.</summary>
public static class VoucherRefusals
{
    public static readonly Refusal Serial = new("voucher.serial", "Give the serial as it is printed: up to 40 letters, digits and hyphens.");
    public static readonly Refusal Amount = new("voucher.amount", "Give the amount in pounds, such as 10 or 10.50; at most 1,000.");
    public static readonly Refusal By = new("voucher.by", "Say who gave it, in at most 254 characters.");
    public static readonly Refusal Receipt = new("voucher.receipt", "Say what shows that it came: a signed paper or a reply.");
    public static readonly Refusal Unknown = new("voucher.unknown", "There is no such voucher, it is void, or it is not at one of your sites.", RefusalKind.NotFound);
    public static readonly Refusal NotYours = new("voucher.not-yours", "Only coordinators, administrators and interviewers who met this family give it vouchers.", RefusalKind.Forbidden);
    public static readonly Refusal Silent = new("voucher.silent", "Nothing may be sent to this family any more: somebody died, they withdrew, or their part ended. If it was sent before that was known, say so.", RefusalKind.Conflict);
    public static Refusal Unsafe(string why) => new("voucher.unsafe", $"{why} If it was sent all the same, say why.", RefusalKind.Conflict);
    public static Refusal Used(VoucherSerial serial) => new("voucher.used", $"Voucher {serial} has been given already. Check the serial.", RefusalKind.Conflict);
    public static Refusal ReceiptBefore(DateOnly on) => new("voucher.receipt-before", $"It was given on {DayWords.Of(on)}; the receipt cannot be earlier.");
}
