using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Vouchers;

/// <summary>What can happen to a voucher.</summary>
[RecordKind("sos.voucher")]
[JsonDerivedType(typeof(Given), "voucher.given")]
[JsonDerivedType(typeof(Receipted), "voucher.receipted")]
[JsonDerivedType(typeof(Voided), "voucher.voided")]
public abstract record VoucherFact
{
    private VoucherFact() { }

    public sealed record Given(VoucherGift Gift) : VoucherFact;
    public sealed record Receipted(VoucherReceipt Receipt, DateOnly On) : VoucherFact;

    /// <summary>It was recorded in error, lost, or came back, for the reason in the fact's head.</summary>
    public sealed record Voided : VoucherFact;

    /// <summary>The voucher after one more fact; an erased one changes nothing.</summary>
    public static Voucher Fold(Voucher voucher, Recorded<VoucherFact> fact) => fact.Content switch
    {
        Given f => new(voucher.Serial) { Gift = f.Gift, AllTheSameBecause = fact.Why },
        Receipted f => voucher with { Receipt = f.Receipt, ReceiptOn = f.On },
        Voided => voucher with { VoidBecause = fact.Why ?? "" },
        _ => voucher,
    };
}
