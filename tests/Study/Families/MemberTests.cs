using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Families;

public sealed class MemberTests
{
    private static string Joining(FamilyBuilder family, NewMember member) => family.Asks((f, _) => MemberRules.Join(f, [member], family.Today)).Refused().Code;

    private static Decision<ImmutableArray<FamilyFact>> Correcting(FamilyBuilder family, string birth, string? why) =>
        family.Asks((f, s) => MemberRules.Correct(f, family.Child, BirthMonth.Parse(birth), Sex.NotKnown, s), why);

    private static MemberId? Index(IndexChoice choice, params string[] births)
    {
        var frame = StudyBuilder.With(d => d with { Children = ChildSelection.IndexChild, IndexChoice = choice, OldestChild = 15 });
        var family = births.Aggregate(new FamilyBuilder(frame).Sampled(), (f, birth) => f.With(MemberRole.Child, birth));
        return family.Does((f, _) => MemberRules.ChooseIndexChild(f, frame.Design, null, new(2026, 1, 5))).State.IndexChild;
    }

    private static MemberId Child(int number) => new FamilyBuilder().MemberOf('C', number);

    [Fact]
    public void Members_get_the_next_numbers_of_their_letter_and_keep_them()
    {
        var family = FamilyBuilder.TakingPart().With(MemberRole.Child, "2020-01").With(MemberRole.FosterCarer).With(MemberRole.Teacher);

        Assert.Equal(["C1", "P1", "C2", "P2", "R1"], family.State.Members.Select(m => m.Id.ToString()[8..10]));
        Assert.All(family.State.Members, m => Assert.Equal(m.Id, MemberId.Parse(m.Id.ToString())));
    }

    [Fact]
    public void Twins_are_two_members() =>
        Assert.Equal(3, FamilyBuilder.TakingPart().With(MemberRole.Child, "2020-01").With(MemberRole.Child, "2020-01").State.StudyChildren(StudyBuilder.Small.Design).Count());

    [Fact]
    public void A_member_who_cannot_be_is_refused()
    {
        var family = FamilyBuilder.TakingPart().On("2026-02-01");

        Assert.Equal("member.birth", Joining(family, new(MemberRole.Child, null, Sex.NotKnown, family.Today)));
        Assert.Equal("member.born-in-future", Joining(family, new(MemberRole.Child, new(2026, 3), Sex.NotKnown, family.Today)));
        Assert.Equal("date.future", Joining(family, new(MemberRole.Parent, null, Sex.NotKnown, family.Today.AddDays(1))));
        Assert.Equal("member.joined-before-birth", Joining(family, new(MemberRole.Child, new(2026, 2), Sex.NotKnown, new DateOnly(2026, 1, 31))));
    }

    [Fact]
    public void Leaving_ends_membership_on_its_day_and_not_before()
    {
        var family = FamilyBuilder.TakingPart().On("2026-04-01");
        family.Does((f, _) => MemberRules.Leave(f, family.Parent, new DateOnly(2026, 3, 15)));
        var parent = family.State.Member(family.Parent)!;

        Assert.True(parent.IsOn(new(2026, 3, 14)));
        Assert.False(parent.IsOn(new(2026, 3, 15)));
        Assert.Empty(family.Asks((f, _) => MemberRules.Leave(f, family.Parent, new DateOnly(2026, 3, 15))).Accepted());
        Assert.Equal("member.left-before-joining", family.Asks((f, _) => MemberRules.Leave(f, family.Child, new DateOnly(2026, 1, 4))).Refused().Code);
        Assert.Equal("member.unknown", family.Asks((f, _) => MemberRules.Leave(f, Child(9), new DateOnly(2026, 3, 15))).Refused().Code);
    }

    [Theory]
    [InlineData("2026-03", "2026-03-30", true)]
    [InlineData("2026-03", "2026-03-31", false)]
    [InlineData("2026", "2026-12-30", true)]
    public void Who_left_in_a_month_or_year_can_have_been_there_until_its_last_day(string left, string day, bool isOn)
    {
        var family = FamilyBuilder.TakingPart().On("2026-12-31");
        family.Does((f, _) => MemberRules.Leave(f, family.Parent, PartialDate.Parse(left)));

        Assert.Equal(isOn, family.State.Member(family.Parent)!.IsOn(FamilyBuilder.Day(day)));
    }

    [Fact]
    public void When_a_carer_leaves_the_next_carer_answers_for_the_family()
    {
        var family = FamilyBuilder.TakingPart().With(MemberRole.Parent).On("2026-04-01");
        family.Does((f, _) => MemberRules.Leave(f, family.Parent, new DateOnly(2026, 3, 15)));

        Assert.Equal(family.Parent, family.State.MainRespondent(StudyBuilder.T1, new(2026, 3, 14))!.Id);
        Assert.Equal(family.MemberOf('P', 2), family.State.MainRespondent(StudyBuilder.T1, new(2026, 3, 15))!.Id);
    }

    [Fact]
    public void A_correction_needs_a_reason_and_changes_ages_from_the_first_day_on()
    {
        var family = FamilyBuilder.TakingPart(birth: "2018-03");

        Assert.Equal(("reason.needed", "reason"), (Correcting(family, "2019-03", null).Refused().Code, Correcting(family, "2019-03", " ").Refused().Faults.Single().Field));
        Assert.Equal(new FamilyFact.MemberCorrected(family.Child, new(2019, 3), Sex.NotKnown), Correcting(family, "2019-03", "birth certificate").Accepted().Single());
        Assert.Empty(Correcting(family, "2018-03", null).Accepted()); // nothing is changed
    }

    [Fact]
    public void The_index_child_is_chosen_as_the_design_says()
    {
        string[] births = ["2012-11", "2019-02", "2015-07"];

        Assert.Equal(Child(2), Index(IndexChoice.Youngest, births));
        Assert.Equal(Child(1), Index(IndexChoice.Oldest, births));
        Assert.Equal(Child(2), Index(IndexChoice.NextBirthday, births)); // February comes first after 5 January
        Assert.Equal(Child(2), Index(IndexChoice.Oldest, "2009-01", "2012-05")); // sixteen is too old here
    }

    [Fact]
    public void The_authority_may_name_the_index_child_and_a_family_without_an_eligible_child_has_none()
    {
        var family = new FamilyBuilder().Sampled().With(MemberRole.Child, "2012-05").With(MemberRole.Child, "2019-02");
        var chosen = family.Asks((f, _) => MemberRules.ChooseIndexChild(f, StudyBuilder.Small.Design, Child(1), new(2026, 1, 5))).Accepted();

        Assert.Equal(new FamilyFact.IndexChildChosen(Child(1), IndexChoice.NamedByAuthority), chosen.Single());
        Assert.Equal("family.no-eligible-child", new FamilyBuilder().Sampled().With(MemberRole.Parent)
            .Asks((f, _) => MemberRules.ChooseIndexChild(f, StudyBuilder.Small.Design, null, new(2026, 1, 5))).Refused().Code);
    }
}
