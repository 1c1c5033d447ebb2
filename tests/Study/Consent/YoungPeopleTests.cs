using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Consent;

/// <summary>What a child's own word, age and removal do to consent.</summary>
public sealed class YoungPeopleTests
{
    private static readonly DateOnly Day = new(2026, 3, 15);

    private static Decision<ImmutableArray<FamilyFact>> Giving(FamilyBuilder family, string by, WaveCode? wave = null, params ImmutableArray<ConsentScope> scopes) =>
        family.Asks((f, s) => ConsentRules.Give(f, family.Frame, new(scopes, family.Child, by, Day) { Wave = wave, Wording = "young people, 2" }, s));

    private static FamilyBuilder Given(FamilyBuilder family, ConsentForm form) => family.Does((f, s) => ConsentRules.Give(f, family.Frame, form, s));

    private static FamilyBuilder Said(FamilyBuilder family, bool yes, WaveCode? wave) =>
        family.Does((f, _) => ConsentRules.RecordAssent(f, family.Frame, new(family.Child, yes, Day, wave, "interviewer@example.org", ConsentMode.Spoken), family.Today));

    private static bool Covered(FamilyBuilder family, WaveCode wave) => family.State.Covers(ConsentScope.ChildInterview, family.Child, family.Child, wave, Day);

    [Fact]
    public void A_consent_for_one_wave_covers_that_wave_alone()
    {
        var family = FamilyBuilder.TakingPart(null, "2013-03", ConsentScope.Interview).On("2026-03-15");
        Given(family, new([ConsentScope.ChildInterview], null, "parent", Day) { Wave = T2 });
        Assert.Equal((false, true), (Covered(family, T1), Covered(family, T2)));
    }

    [Fact]
    public void A_child_who_says_no_is_not_asked_at_that_wave_whatever_others_consented_to()
    {
        var family = Said(FamilyBuilder.TakingPart(birth: "2013-03").On("2026-03-15"), yes: false, T1);
        Assert.Equal((false, true), (Covered(family, T1), Covered(family, T2)));
        Assert.True(Covered(Said(family, yes: true, T1), T1)); // the last word counts
    }

    [Fact]
    public void From_16_on_the_young_person_decides()
    {
        var family = FamilyBuilder.TakingPart(birth: "2009-03").On("2026-03-15");
        Assert.False(Covered(family, T1));
        Assert.Contains(ConsentChecks.Of(family.Frame, family.State, Day), c => c == new ConsentCheck(ConsentCheckKind.OwnConsent, family.Child, new(2025, 4, 1)));
        Assert.Equal("consent.young-person", Giving(family, "parent", null, ConsentScope.ChildInterview).Refused().Code);

        Given(family, new([ConsentScope.ChildInterview, ConsentScope.CaseFile], family.Child, family.Child.ToString(), Day));
        Assert.True(Covered(family, T1));
        Assert.Empty(ConsentChecks.Of(family.Frame, family.State, Day));
    }

    [Fact]
    public void Nobody_certainly_under_16_consents_for_themselves_and_nobody_of_16_assents()
    {
        var (young, old) = (FamilyBuilder.TakingPart(birth: "2013-03").On("2026-03-15"), FamilyBuilder.TakingPart(birth: "2009-03").On("2026-03-15"));
        Assert.Equal("consent.too-young", Giving(young, young.Child.ToString(), null, ConsentScope.ChildInterview).Refused().Code);
        Assert.Equal("consent.old-enough", old.Asks((f, _) => ConsentRules.RecordAssent(f, old.Frame, new(old.Child, true, Day, null, "me", ConsentMode.Spoken), Day)).Refused().Code);
    }

    [Fact]
    public void A_removal_prompts_a_check_before_anybody_can_consent_for_the_child_and_a_return_ends_it()
    {
        var family = FamilyBuilder.TakingPart(birth: "2018-03").On("2026-03-15");
        family.Does((f, _) => CaseRules.Record(f, new(CaseEventKind.Removal, new PartialDate(2026, 2), family.Child, "authority"), family.Today));
        Assert.Equal([new ConsentCheck(ConsentCheckKind.Responsibility, family.Child, new(2026, 2, 1))], ConsentChecks.Of(family.Frame, family.State, Day).Where(c => c.Kind == ConsentCheckKind.Responsibility));
        Assert.Equal("consent.responsibility-unchecked", Giving(family, "authority", null, ConsentScope.CaseFile).Refused().Code);

        var returned = family.State with { CaseEvents = family.State.CaseEvents.Add(new(CaseEventKind.Return, new DateOnly(2026, 3, 1), family.Child, "authority")) };
        Assert.Null(returned.ResponsibilityOpenSince(family.Child));
        family.Does((f, _) => ConsentRules.CheckResponsibility(f, new(family.Child, ResponsibilityHolder.LocalAuthority, Day, "care order"), family.Today));
        Assert.Null(family.State.ResponsibilityOpenSince(family.Child));
        Assert.NotEmpty(Giving(family, "authority", null, ConsentScope.Linkage).Accepted());
    }

    [Fact]
    public void What_a_respondent_gave_is_not_used_once_they_withdraw_it_from_use()
    {
        var family = FamilyBuilder.TakingPart().On("2026-03-15");
        family.Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Interview], WithdrawalExtent.NoFurtherUse, Day, family.Parent)));
        Assert.False(family.State.Consents.AllowUse(ConsentScope.Interview, family.Child, family.Parent, Day));
        Assert.True(family.State.Consents.AllowUse(ConsentScope.Interview, family.Child, null, Day));
    }
}
