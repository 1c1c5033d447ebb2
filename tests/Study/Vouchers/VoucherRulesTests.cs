using CsCheck;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Vouchers;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Vouchers;

public sealed class VoucherRulesTests
{
    private static readonly VoucherSerial Serial = VoucherSerial.Parse("ab 12-7");
    private static readonly DateOnly Day = new(2026, 3, 10);

    private static FamilyBuilder Family() => FamilyBuilder.TakingPart(Small).On("2026-03-20");

    private static VoucherGift Gift(FamilyBuilder family) => new(Ashmere, family.Parent, T1, 1000, VoucherKind.Paper, VoucherWay.HandedOver, Day, FamilyBuilder.By);

    private static Voucher Given(FamilyBuilder family) => After(new(Serial), new VoucherFact.Given(Gift(family)));

    private static Voucher After(Voucher voucher, VoucherFact fact, string? why = null) => VoucherFact.Fold(voucher, new(new(1, default, FamilyBuilder.By, OperationId.New(), ""), fact, why));

    private static string Refused(FamilyBuilder family, VoucherGift gift, Voucher? voucher = null, Refusal? barred = null) =>
        VoucherRules.Give(voucher ?? new(Serial), family.State, Small, gift, barred, family.Stamp()).Refused().Code;

    [Fact]
    public void A_serial_is_the_same_however_it_is_typed()
    {
        Assert.Equal("AB12-7", $"{Serial}");
        Gen.Char["abZ019-"].Array[1, 40].Select(c => new string(c)).Where(t => t[0] != '-').Sample(t =>
            Assert.Equal(VoucherSerial.Parse(t), VoucherSerial.Parse($" {string.Join(' ', t.ToLowerInvariant().ToCharArray())} ")));
        foreach (var wrong in new[] { "", " ", "-1", "a,b", "é", new string('1', 41) }) Assert.False(VoucherSerial.TryParse(wrong, null, out _), wrong);
    }

    [Fact]
    public void Each_thing_that_cannot_be_is_refused_by_its_own_code()
    {
        var family = Family();
        var gift = Gift(family);
        Assert.Equal("voucher.used", Refused(family, gift, Given(family)));
        Assert.Equal("voucher.amount", Refused(family, gift with { Pence = 0 }));
        Assert.Equal("date.future", Refused(family, gift with { On = new(2026, 3, 21) }));
        Assert.Equal("member.unknown", Refused(family, gift with { Member = new FamilyBuilder(Small, "another").Parent }));
        Assert.Equal("voucher.receipt", VoucherRules.NoteReceipt(Given(family), VoucherReceipt.NoneYet, Day, Day).Refused().Code);
        Assert.Equal("voucher.receipt-before", VoucherRules.NoteReceipt(Given(family), VoucherReceipt.Reply, Day.AddDays(-1), Day).Refused().Code);
        Assert.Equal("voucher.unknown", VoucherRules.NoteReceipt(new(Serial), VoucherReceipt.Reply, Day, Day).Refused().Code);
        Assert.Equal("reason.needed", VoucherRules.Void(Given(family), family.Stamp()).Refused().Code);
    }

    [Fact]
    public void One_that_is_void_counts_no_more_and_may_be_given_again()
    {
        var family = Family();
        var gone = After(Given(family), new VoucherFact.Voided(), "another family's");
        Assert.False(gone.Stands || gone.AwaitsReceipt);
        Assert.Empty(VoucherRules.Void(gone, family.Stamp("again")).Accepted());
        var again = After(gone, VoucherRules.Give(gone, family.State, Small, Gift(family), null, family.Stamp()).Accepted()[0]);
        Assert.True(again is { Stands: true, VoidBecause: null, Receipt: VoucherReceipt.NoneYet });
    }

    [Fact]
    public void Nothing_is_sent_after_a_death_or_against_safe_contact_unless_somebody_says_why_it_was_and_what_is_handed_over_is_no_message()
    {
        var (family, unsafely) = (Family(), new Refusal("safety.no-letters", "No letters."));
        var posted = Gift(family) with { Way = VoucherWay.Posted };
        Assert.Null(VoucherRules.Barred(family.State, posted, null));
        Assert.Equal("voucher.unsafe", VoucherRules.Barred(family.State, posted, unsafely)!.Code);
        family.Does((f, _) => CaseRules.Record(f, new(CaseEventKind.Death, new DateOnly(2026, 3, 5), null, "worker"), new(2026, 3, 20)));
        var silent = VoucherRules.Barred(family.State, posted, null)!;
        Assert.Equal("voucher.silent", silent.Code);
        Assert.Null(VoucherRules.Barred(family.State, Gift(family), unsafely));
        Assert.Equal("voucher.silent", Refused(family, posted, barred: silent));
        Assert.Single(VoucherRules.Give(new(Serial), family.State, Small, posted, silent, family.Stamp("posted the day before")).Accepted());
    }
}
