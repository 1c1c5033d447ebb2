using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using static SosLongitudinal.Tests.Kit.StudyBuilder;

namespace SosLongitudinal.Tests.Study.Families;

public sealed class MergeTests
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static FamilyBuilder Kept(string seed = "kept") => new FamilyBuilder(Small, seed).Sampled().With(MemberRole.Child, "2018-03").With(MemberRole.Parent).AgreedToContact().Consented(scopes: [ConsentScope.Interview, ConsentScope.ChildInterview]);

    private static ImmutableArray<MergedMember> SameAs(FamilyBuilder kept, FamilyBuilder away) => [new(away.Child, kept.Child), new(away.Parent, kept.Parent)];

    private static FamilyBuilder Case(FamilyBuilder family, CaseEventKind what, string on, MemberId? child = null) =>
        family.On("2026-02-25").Does((f, _) => CaseRules.Record(f, new(what, PartialDate.Parse(on), child, "case file"), new(2026, 2, 25)));

    private static Func<FamilyState, Stamp, Decision<ImmutableArray<FamilyFact>>> Team(string label, string from) =>
        (f, s) => CaseRules.Allocate(f, Small, new(new CaseHolder.Team(label), PartialDate.Parse(from), "case file", null), s, new(2026, 2, 25));

    private static Decision<ImmutableArray<FamilyFact>> Take(FamilyBuilder kept, FamilyBuilder away, ImmutableArray<MergedMember> who, string? why = "one family, entered twice") =>
        kept.On("2026-03-02").Asks((f, s) => MergeRules.Take(f, away.State, kept.Frame, who, Day, s), why);

    [Fact]
    public void The_kept_family_takes_who_is_not_in_it_yet_the_serial_and_the_missing_consents()
    {
        var (kept, away) = (Kept(), Kept("away").Consented(scopes: [ConsentScope.Teacher]).With(MemberRole.Child, "2020-01"));
        ImmutableArray<MergedMember> who = [.. SameAs(kept, away), new(away.MemberOf('C', 2), null)];
        kept.On("2026-03-02").Does((f, s) => MergeRules.Take(f, away.State, kept.Frame, who, Day, s), "one family");
        var link = Assert.Single(kept.State.Links);
        Assert.Equal((FamilyLinkKind.MergedFrom, away.State.Id, "A-001"), (link.Kind, link.Family, link.Serial));
        Assert.Equal(new BirthMonth(2020, 1), kept.State.Member(kept.MemberOf('C', 2))!.Birth);
        Assert.Contains(new MemberLink(away.MemberOf('C', 2), kept.MemberOf('C', 2)), link.Members);
        Assert.True(kept.State.Consents.Stand(ConsentScope.Teacher, Day));
        Assert.Single(kept.State.Consents, c => c.Scope == ConsentScope.Interview);
    }

    [Fact]
    public void The_kept_family_takes_what_happened_to_the_other_and_keeps_its_own_word_where_both_have_one()
    {
        var (kept, away) = (Kept().Visited(T1, "2026-02-10"), Kept("away").Visited(T1, "2026-02-11").Visited(T2, "2026-02-20"));
        Case(kept, CaseEventKind.Referral, "2026-01-06").Does(Team("team one", "2026-02-01"), "new team");
        Case(away, CaseEventKind.Referral, "2026-01-06");
        Case(away, CaseEventKind.PlanStarted, "2026-02-03", away.Child).Does(Team("duty", "2026-01-07"), "new team").Does(Team("team two", "2026-02-15"), "new team");
        kept.On("2026-03-02").Does((f, s) => MergeRules.Take(f, away.State, kept.Frame, SameAs(kept, away), Day, s), "one family");
        Assert.Equal([(CaseEventKind.Referral, null), (CaseEventKind.PlanStarted, (MemberId?)kept.Child)], kept.State.CaseEvents.Select(e => (e.Kind, e.Child)));
        Assert.Equal(["2026-02-10", "2026-02-20"], kept.State.Interviews.Select(i => $"{i.Interview.Visits[0].On:yyyy-MM-dd}"));
        Assert.Equal(["duty", "team one"], kept.State.WorkerSpells.Select(s => ((CaseHolder.Team)s.Holder).Label));
    }

    [Fact]
    public void Merging_again_changes_nothing() => Gen.Bool.Array[3].Sample(same =>
    {
        var (kept, away) = (Kept(), Kept("away").With(MemberRole.Child, "2020-01"));
        ImmutableArray<MergedMember> who = [new(away.Child, same[0] ? kept.Child : null), new(away.Parent, same[1] ? kept.Parent : null), new(away.MemberOf('C', 2), same[2] && !same[0] ? kept.Child : null)];
        kept.On("2026-03-02").Does((f, s) => MergeRules.Take(f, away.State, kept.Frame, who, Day, s), "one family");
        Assert.Empty(Take(kept, away, who).Accepted());
        Assert.Equal(away.State.Members.Length, kept.State.Links[0].Members.Select(l => l.To).Distinct().Count());
        away.On("2026-03-02").Does((f, s) => MergeRules.Close(f, kept.State.Id, kept.State.Links[0].Members, Day, s), "one family");
        Assert.Empty(away.Asks((f, s) => MergeRules.Close(f, kept.State.Id, kept.State.Links[0].Members, Day, s), "one family").Accepted());
        Assert.Equal(kept.State.Id, away.State.MergedInto);
    }, iter: 20);

    [Fact]
    public void What_cannot_be_one_family_is_refused_and_said_why()
    {
        var (kept, away) = (Kept(), Kept("away"));
        Assert.Equal("reason.needed", Take(kept, away, SameAs(kept, away), null).Refused().Code);
        Assert.Equal("merge.everybody", Take(kept, away, [new(away.Child, kept.Child)]).Refused().Code);
        Assert.Equal("merge.child-and-adult", Take(kept, away, [new(away.Child, kept.Parent), new(away.Parent, kept.Child)]).Refused().Code);
        Assert.Equal("merge.itself", Take(kept, kept, SameAs(kept, kept)).Refused().Code);
        away.On("2026-02-01").Does((f, _) => EnrolmentRules.Withdraw(f, new([ConsentScope.Interview], WithdrawalExtent.NoFurtherContact, new(2026, 2, 1))));
        Assert.Equal("merge.consent-differs", Take(kept, away, SameAs(kept, away)).Refused().Code);
    }

    [Fact]
    public void Two_forms_at_one_place_are_named_before_anything_is_written()
    {
        var (kept, away) = (Kept().Answered(T1, "sdq-p-4-17", "2026-02-10"), Kept("away").Answered(T1, "sdq-p-4-17", "2026-02-11").Answered(T1, "parent-questionnaire", "2026-02-11"));
        ImmutableArray<MemberLink> links = [new(away.Child, kept.Child), new(away.Parent, kept.Parent)];
        var misfits = kept.On("2026-03-02").State is var state ? MergeRules.Misfits(state, away.State, kept.Frame, links, kept.Stamp("one family")).ToList() : [];
        Assert.Equal("merge.same-place", Assert.Single(misfits).Code);
        Assert.Contains($"{kept.Child}", misfits[0].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_household_that_splits_leaves_a_link_both_ways_and_the_members_leave()
    {
        var (old, household) = (Kept().With(MemberRole.Parent), Kept("household"));
        ImmutableArray<MemberLink> links = [new(old.Child, household.Child), new(old.MemberOf('P', 2), household.Parent)];
        household.On("2026-03-02").Does((f, _) => SplitRules.Begin(f, old.State.Id, links, Day));
        old.On("2026-03-02").Does((f, s) => SplitRules.Leave(f, household.State.Id, links, Day, s), "the parents separated");
        Assert.Equal((FamilyLinkKind.SplitFrom, old.State.Id), (household.State.Links[0].Kind, household.State.Links[0].Family));
        Assert.Equal((FamilyLinkKind.SplitInto, household.State.Id), (old.State.Links[0].Kind, old.State.Links[0].Family));
        Assert.Equal(Day, old.State.Member(old.Child)!.Left!.Value.Earliest);
        Assert.Null(old.State.Member(old.Parent)!.Left);
        Assert.Empty(old.Asks((f, s) => SplitRules.Leave(f, household.State.Id, links, Day, s), "the parents separated").Accepted());
        Assert.Equal("split.everybody", SplitRules.Fault(old.State, [old.Parent], Day, Day, old.Stamp("all"))!.Code);
        Assert.Equal("split.nobody", SplitRules.Fault(old.State, [], Day, Day, old.Stamp("none"))!.Code);
    }
}
