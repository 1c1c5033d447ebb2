using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Vouchers;

namespace SosLongitudinal.Grains.Vouchers;

/// <summary>One voucher, keyed by its serial: one record, so that a serial is given once in the whole study, whoever tries at the same time.</summary>
[GrainInterfaceType("sos.voucher")]
public interface IVoucher : IGrainWithStringKey
{
    [Alias("give")] Task<Decision<Voucher>> Give(VoucherGift gift, Stamp stamp);
    [Alias("note-receipt")] Task<Decision<Voucher>> NoteReceipt(VoucherReceipt receipt, DateOnly on, Stamp stamp);
    [Alias("void")] Task<Decision<Voucher>> Void(Stamp stamp);

    /// <summary><c>null</c> where it was never given.</summary>
    [Alias("read"), ReadOnly] Task<Voucher?> Read();
}

/// <summary>Every voucher of the study, for lists; one, and owns nothing.</summary>
[GrainInterfaceType("sos.voucher-register")]
public interface IVoucherRegister : IGrainWithIntegerKey
{
    /// <param name="length">Of the ledger; the longer one wins.</param>
    [Alias("put")] Task Put(Voucher voucher, int length, string version);
    [Alias("find"), ReadOnly] Task<ImmutableArray<Voucher>> Find(VoucherQuestion question);
}

/// <summary>Which vouchers; what is left out does not narrow.</summary>
[GenerateSerializer, Immutable, Alias("sos.voucher-question")]
public sealed record VoucherQuestion
{
    /// <summary>Sites that whoever asks may see; <c>null</c>: all.</summary>
    [Id(0)] public ImmutableArray<SiteCode>? Scope { get; init; }
    [Id(1)] public SiteCode? Site { get; init; }
    [Id(2)] public WaveCode? Wave { get; init; }
    [Id(3)] public FamilyId? Family { get; init; }

    /// <summary>Only those that stand and have no receipt yet.</summary>
    [Id(4)] public bool Open { get; init; }

    public bool Fits(Voucher v) => v.Gift is { } gift && (Scope is not { } sites || sites.Contains(gift.Site)) && (Site is not { } site || gift.Site == site) && (Wave is not { } wave || gift.Wave == wave)
        && (Family is not { } family || gift.Family == family) && (!Open || v.AwaitsReceipt);
}

public static class VoucherKeys
{
    public const string State = "voucher";

    public static IVoucher Voucher(this IGrainFactory grains, VoucherSerial serial) => grains.GetGrain<IVoucher>(serial.ToString());

    public static IVoucherRegister Vouchers(this IGrainFactory grains) => grains.GetGrain<IVoucherRegister>(0);
}
