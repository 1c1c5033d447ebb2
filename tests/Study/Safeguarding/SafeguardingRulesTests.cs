using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Safeguarding;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Safeguarding;

public sealed class SafeguardingRulesTests
{
    private const string Interviewer = "interviewer@example.org";
    private static readonly DisclosureSeal Seal = new(plain => [.. plain.Reverse()], closed => [.. closed.Reverse()]);
    private static readonly FamilyViewer Office = new(true, false, null);
    private static readonly FamilyViewer Field = new(false, true, null);
    private static readonly DateOnly Day = new(2026, 3, 4);
    private static readonly HeardHarm Heard = new(HarmKind.Neglect, "There was no food", null, Interviewer, Day, new(14, 30));
    private static readonly PassedOnHarm Told = new("duty social worker", "Ann Doe", "the authority", Interviewer, Day, null, "will visit today");

    private static FamilyBuilder Family() => FamilyBuilder.TakingPart(Small).On("2026-03-20");

    private static SafeguardingBook With(SafeguardingBook book, Decision<ImmutableArray<SafeguardingFact>> decision) => decision.Accepted().Aggregate(book, (b, f) =>
        SafeguardingBook.Fold(b, new(new(1, default, Interviewer, OperationId.New(), ""), f, null)));

    private static SafeguardingBook Recorded() => With(SafeguardingBook.Nothing, SafeguardingRules.Record(SafeguardingBook.Nothing, Family().State, Seal, Heard, Day));

    [Fact]
    public void Each_thing_that_cannot_be_is_refused_by_its_own_code()
    {
        string Refused(HeardHarm heard) => SafeguardingRules.Record(SafeguardingBook.Nothing, Family().State, Seal, heard, Day).Refused().Code;
        Assert.Equal("disclosure.words", Refused(Heard with { Words = " " }));
        Assert.Equal("disclosure.by", Refused(Heard with { By = "" }));
        Assert.Equal("date.future", Refused(Heard with { On = Day.AddDays(1) }));
        Assert.Equal("member.unknown", Refused(Heard with { About = new FamilyBuilder(Small, "another").Child }));
        string NotTold(PassedOnHarm told, int number = 1) => SafeguardingRules.PassOn(Recorded(), Seal, number, told, Day.AddDays(1)).Refused().Code;
        Assert.Equal("disclosure.unknown", NotTold(Told, 2));
        Assert.Equal("disclosure.role", NotTold(Told with { Role = "" }));
        Assert.Equal("disclosure.agency", NotTold(Told with { Agency = "" }));
        Assert.Equal("disclosure.told-before", NotTold(Told with { On = Day.AddDays(-1) }));
        Assert.Equal("disclosure.follow-up", SafeguardingRules.FollowUp(Recorded(), Seal, 1, new(Day, Interviewer, ""), Day).Refused().Code);
        Assert.Equal("disclosure.unknown", SafeguardingRules.Read(Recorded(), 0).Refused().Code);
    }

    [Fact]
    public void It_stands_as_not_passed_on_until_somebody_was_told_and_by_the_first_day_after()
    {
        var book = Recorded();
        Assert.Null(book.Of(1)!.PassedOnFirst);
        book = With(book, SafeguardingRules.PassOn(book, Seal, 1, Told with { On = Day.AddDays(2) }, Day.AddDays(9)));
        book = With(book, SafeguardingRules.PassOn(book, Seal, 1, Told, Day.AddDays(9)));
        Assert.Equal(Day, book.Of(1)!.PassedOnFirst);
        var read = Seal.Read(book.Of(1)!);
        Assert.Equal((Heard, 2), (read.Heard, read.PassedOn.Length));
    }

    [Fact]
    public void The_recorder_reads_their_own_until_it_is_handed_on_and_no_other_interviewer_reads_it_at_all()
    {
        var (family, open) = (Family().State, Recorded().Of(1)!);
        Assert.Null(SafeguardingAccess.MayRead(family, open, Field, Interviewer));
        Assert.Equal("disclosure.unknown", SafeguardingAccess.MayRead(family, open, Field, "other@example.org")!.Code);
        var handed = open with { PassedOnFirst = Day };
        Assert.Equal("disclosure.unknown", SafeguardingAccess.MayRead(family, handed, Field, Interviewer)!.Code);
        Assert.Null(SafeguardingAccess.MayRead(family, handed, Office, "coordinator@example.org"));
        Assert.Equal("family.unknown", SafeguardingAccess.MayRead(family, handed, Office with { Sites = [Birchford] }, "coordinator@example.org")!.Code);
    }

    [Fact]
    public void Whoever_met_the_family_records_it_also_after_a_withdrawal_and_after_the_interview()
    {
        var family = Family();
        Assert.Equal("disclosure.not-yours", SafeguardingAccess.MayRecord(family.State, Field, Interviewer)!.Code);
        family.Does((f, _) => FieldworkRules.Assign(f, Small, new(T1, Interviewer, new(2026, 2, 1)))).Interviewed(T1, "2026-03-10");
        family.Does((f, _) => EnrolmentRules.Withdraw(f, new([SosLongitudinal.Study.Consent.ConsentScope.Interview], SosLongitudinal.Study.Consent.WithdrawalExtent.NoFurtherContact, new(2026, 3, 12))));
        Assert.Null(SafeguardingAccess.MayRecord(family.State, Field, Interviewer));
        Assert.Equal("disclosure.not-yours", SafeguardingAccess.MayRecord(family.State, new(false, false, null), "researcher@example.org")!.Code);
    }
}
