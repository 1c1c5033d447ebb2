using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Vouchers;

/// <summary>What a voucher is. Numbers and names are stored; append only.</summary>
public enum VoucherKind { Paper = 0, Electronic = 1 }

/// <summary>How it came to the member. Numbers and names are stored; append only.</summary>
public enum VoucherWay { HandedOver = 0, Posted = 1, Emailed = 2 }

/// <summary>What shows that it came. Numbers and names are stored; append only.</summary>
public enum VoucherReceipt { NoneYet = 0, SignedPaper = 1, Reply = 2 }

/// <summary>A voucher as it was given.</summary>
/// <param name="Site">The family's site on the day.</param>
/// <param name="Pence">Its amount in the hundredth part of the currency.</param>
/// <param name="On">Local date.</param>
/// <param name="By">Account of who gave it.</param>
[GenerateSerializer, Immutable, Alias("sos.voucher-gift")]
public sealed record VoucherGift(
    [property: Id(0)] SiteCode Site, [property: Id(1)] MemberId Member, [property: Id(2)] WaveCode Wave, [property: Id(3)] int Pence, [property: Id(4)] VoucherKind Kind,
    [property: Id(5)] VoucherWay Way, [property: Id(6)] DateOnly On, [property: Id(7)] string By)
{
    /// <summary>The study's currency.</summary>
    public const string Pounds = "GBP";

    [Id(8)] public string Currency { get; init; } = Pounds;

    public FamilyId Family => Member.Family;
}

/// <summary>One voucher as folded. Says ids and serials, and no name.</summary>
[GenerateSerializer, Immutable, Alias("sos.voucher")]
public sealed record Voucher([property: Id(0)] VoucherSerial Serial)
{
    /// <summary><c>null</c> where it was never given.</summary>
    [Id(1)] public VoucherGift? Gift { get; init; }

    [Id(2)] public VoucherReceipt Receipt { get; init; }

    [Id(3)] public DateOnly? ReceiptOn { get; init; }

    /// <summary>Why it counts no more; <c>null</c> where it stands. It may then be given again.</summary>
    [Id(4)] public string? VoidBecause { get; init; }

    /// <summary>Why it was given although nothing was to be sent; <c>null</c> for most.</summary>
    [Id(5)] public string? AllTheSameBecause { get; init; }

    public bool Stands => Gift is not null && VoidBecause is null;

    public bool AwaitsReceipt => Stands && Receipt == VoucherReceipt.NoneYet;
}
