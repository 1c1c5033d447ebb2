using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Consent;

public sealed class ConsentTests
{
    private static readonly DateOnly Given = new(2026, 1, 10);
    private static readonly DateOnly May = new(2026, 5, 1);

    private static FamilyBuilder Withdrawing(FamilyBuilder family, ConsentScope scope, DateOnly from, WithdrawalExtent extent = WithdrawalExtent.NoFurtherContact, MemberId? about = null) =>
        family.On("2026-06-01").Does((f, _) => EnrolmentRules.Withdraw(f, new([scope], extent, from, about)));

    private static Decision<ImmutableArray<FamilyFact>> Consenting(FamilyBuilder family, ConsentScope scope, MemberId? about = null) =>
        family.Asks((f, _) => EnrolmentRules.Consent(f, new(scope, about, "parent", family.Today), family.Today));

    [Fact]
    public void Consent_covers_from_its_day_until_the_day_it_is_withdrawn_from()
    {
        var consents = Withdrawing(FamilyBuilder.TakingPart(), ConsentScope.CaseFile, May).State.Consents;

        Assert.False(consents.Cover(ConsentScope.CaseFile, null, Given.AddDays(-1)));
        Assert.True(consents.Cover(ConsentScope.CaseFile, null, Given));
        Assert.True(consents.Cover(ConsentScope.CaseFile, null, May.AddDays(-1)));
        Assert.False(consents.Cover(ConsentScope.CaseFile, null, May));
        Assert.True(consents.Cover(ConsentScope.Interview, null, May)); // each scope on its own
    }

    [Fact]
    public void What_the_family_gave_covers_every_member_and_what_a_member_gave_covers_that_member()
    {
        var family = FamilyBuilder.TakingPart(null, "2013-03", ConsentScope.Interview).With(MemberRole.Child, "2014-03");
        family.Does((f, _) => EnrolmentRules.Consent(f, new(ConsentScope.ChildInterview, family.Child, "parent", Given), Given));
        var consents = family.State.Consents;

        Assert.True(consents.Cover(ConsentScope.Interview, family.Child, May));
        Assert.True(consents.Cover(ConsentScope.ChildInterview, family.Child, May));
        Assert.False(consents.Cover(ConsentScope.ChildInterview, family.MemberOf('C', 2), May));
        Assert.False(consents.Cover(ConsentScope.ChildInterview, null, May));
    }

    [Fact]
    public void One_child_can_say_no_where_the_family_said_yes()
    {
        var family = FamilyBuilder.TakingPart(birth: "2009-03").With(MemberRole.Child, "2013-03");
        var consents = Withdrawing(family, ConsentScope.ChildInterview, May, about: family.Child).State.Consents;

        Assert.True(consents.Cover(ConsentScope.ChildInterview, family.Child, May.AddDays(-1)));
        Assert.False(consents.Cover(ConsentScope.ChildInterview, family.Child, May));
        Assert.True(consents.Cover(ConsentScope.ChildInterview, family.MemberOf('C', 2), May));
        Assert.Empty(family.Asks((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.ChildInterview], WithdrawalExtent.NoFurtherContact, May, family.Child))).Accepted());
    }

    [Fact]
    public void A_withdrawal_learnt_of_later_can_reach_further_back_and_further_on()
    {
        var family = Withdrawing(FamilyBuilder.TakingPart(), ConsentScope.Interview, May);
        Assert.Empty(family.Asks((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, May.AddDays(1)))).Accepted());

        Withdrawing(family, ConsentScope.Interview, May.AddDays(-9));
        Assert.False(family.State.Consents.Cover(ConsentScope.Interview, null, May.AddDays(-9)));
        Assert.True(family.State.Consents.AllowUse(ConsentScope.Interview, null, May));

        Withdrawing(family, ConsentScope.Interview, May, WithdrawalExtent.NoFurtherUse);
        Assert.False(family.State.Consents.AllowUse(ConsentScope.Interview, null, May));
        Assert.Equal(May.AddDays(-9), family.State.Consents.Single(c => c.Scope == ConsentScope.Interview).WithdrawnFrom);
    }

    [Fact]
    public void What_is_given_anew_covers_again()
    {
        var family = Withdrawing(FamilyBuilder.TakingPart(), ConsentScope.Recording, May).On("2026-07-01").Consented("2026-07-01", ConsentScope.Recording);

        Assert.False(family.State.Consents.Cover(ConsentScope.Recording, null, new(2026, 6, 30)));
        Assert.True(family.State.Consents.Cover(ConsentScope.Recording, null, new(2026, 7, 1)));
        Assert.False(family.State.Consents.IsWithdrawn(ConsentScope.Recording, null, new(2026, 7, 1)));
    }

    [Fact]
    public void A_withdrawal_from_before_the_consent_says_when_it_was_given()
    {
        var refused = FamilyBuilder.TakingPart().Asks((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Linkage], WithdrawalExtent.NoFurtherContact, Given.AddDays(-1)))).Refused();

        Assert.Equal("consent.withdrawn-before-given", refused.Code);
        Assert.Contains("10 January 2026", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Withdrawing_what_was_never_given_changes_nothing() =>
        Assert.Empty(FamilyBuilder.TakingPart(scopes: ConsentScope.Interview).Asks((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Archiving], WithdrawalExtent.NoFurtherUse, May))).Accepted());

    [Fact]
    public void Consent_comes_after_agreeing_to_contact_and_before_the_end()
    {
        Assert.Equal("family.not-agreed", Consenting(new FamilyBuilder().Sampled(), ConsentScope.Interview).Refused().Code);

        var family = FamilyBuilder.TakingPart();
        Assert.Equal("member.unknown", Consenting(family, ConsentScope.Teacher, family.MemberOf('C', 7)).Refused().Code);
        Assert.Empty(Consenting(family, ConsentScope.Interview).Accepted());

        family.Does((f, s) => EnrolmentRules.End(f, EndReason.Withdrew, family.Today, s), "rang to say so");
        Assert.Equal("family.ended", Consenting(family, ConsentScope.Interview).Refused().Code);
    }

    [Fact]
    public void Only_the_interview_s_consent_makes_a_family_consented()
    {
        var agreed = new FamilyBuilder().Sampled().With(MemberRole.Parent).AgreedToContact();

        Assert.Equal(Stage.AgreedToContact, agreed.Consented("2026-01-10", ConsentScope.CaseFile).State.Stage);
        Assert.Equal((Stage.Consented, new DateOnly(2026, 1, 12)), (agreed.Consented("2026-01-12", ConsentScope.Interview).State.Stage, agreed.State.ConsentedOn!.Value));
    }
}
