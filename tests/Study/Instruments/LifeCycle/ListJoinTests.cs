using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;
using Housing = SosLongitudinal.Tests.Kit.Housing;

namespace SosLongitudinal.Tests.Study.Instruments.LifeCycle;

/// <summary>Two people declare one list: rows that one of them changed stay, a row that both changed is asked for.</summary>
public sealed class ListJoinTests
{
    private static readonly ImmutableArray<ItemLink> Begun = [Link("damp", "wet"), Link("cold", "chilly"), Link("rooms", "counted")];

    [Fact]
    public void Links_that_each_declared_changed_and_took_out_are_all_as_they_left_them()
    {
        var join = Join([Link("damp", "mouldy"), Link("cold", "chilly"), Link("rooms", "counted"), Link("noise", "new")], [Link("damp", "wet"), Link("light", "new"), Link("rooms", "measured")]);
        Assert.Empty(join.Clashes);
        Assert.Equal(["damp mouldy", "light new", "noise new", "rooms measured"], Said(join.Joined));
    }

    [Fact]
    public void The_same_link_changed_twice_says_both_and_who()
    {
        var clash = Assert.Single(Join([.. Begun.Replace(Begun[0], Link("damp", "mouldy"))], [.. Begun.Replace(Begun[0], Link("damp", "soaked"))]).Clashes);
        Assert.Equal(("link:damp@1-2", "other@example.org"), (clash.Part, clash.By));
        Assert.Equal([("Note", "soaked")], clash.Mine);
        Assert.Equal([("Note", "mouldy")], clash.Theirs);
        Assert.Equal("the link of damp between versions 1 and 2", PartText.Called(clash.Part));
        Assert.Equal("the link of damp between versions 2 and 2 at t1", PartText.Called(LinkRows.KeyOf(new("damp", 2, 2, LinkKind.Same) { Wave = WaveCode.Parse("t1") })));
    }

    [Fact]
    public void A_choice_made_before_a_third_change_is_asked_for_again()
    {
        ImmutableArray<ListStep<ItemLink>> steps = [Step(5, "me", Begun), Step(7, "other", Noted("mouldy")), Step(8, "third", Noted("dry"))];
        var join = ListJoin<ItemLink>.Of(LinkRows.Kind, steps, Noted("soaked"), new(5) { Seen = 7, Mine = ["link:damp@1-2"] });
        Assert.Equal("third@example.org", Assert.Single(join.Clashes).By);
    }

    [Fact]
    public void Whoever_was_alone_has_what_was_sent() => Lists.Sample(changed =>
    {
        Assert.Equal(changed, Join(Begun, changed).Joined);
        Assert.Equal(changed, Join(changed, Begun).Joined);
        Assert.Equal(changed, Join(changed, changed).Joined);
        Assert.Empty(Join(changed, changed).Clashes);
    });

    [Fact]
    public void A_row_stays_as_whoever_changed_it_left_it_and_exactly_those_that_both_changed_are_asked_for() => Gen.Select(Lists, Lists).Sample((theirs, mine) =>
    {
        var join = Join(theirs, mine);
        foreach (var item in Begun.Concat(theirs).Concat(mine).Select(l => l.Item).Distinct())
        {
            var (was, own, others) = (At(Begun, item), At(mine, item), At(theirs, item));
            var clashes = own != was && others != was && own != others;
            Assert.Equal(clashes, join.Clashes.Any(c => c.Part == LinkRows.KeyOf(Link(item, ""))));
            if (!clashes) Assert.Equal(own != was ? own : others, At(join.Joined, item));
        }
    });

    [Fact]
    public void With_each_clash_chosen_nothing_is_left_to_ask_and_the_choice_stands() => Gen.Select(Lists, Lists, Gen.Int[0, 255]).Sample((theirs, mine, coins) =>
    {
        var asked = Join(theirs, mine).Clashes.Select(c => c.Part).ToList();
        var basis = new DraftBasis(5) { Seen = 7, Mine = [.. asked.Where((_, i) => (coins >> i & 1) == 0)], Theirs = [.. asked.Where((_, i) => (coins >> i & 1) == 1)] };
        var join = Join(theirs, mine, basis);
        Assert.Empty(join.Clashes);
        foreach (var item in asked.Select(p => p["link:".Length..p.IndexOf('@')]))
            Assert.Equal(At(basis.Mine.Contains(LinkRows.KeyOf(Link(item, ""))) ? mine : theirs, item), At(join.Joined, item));
    });

    [Fact]
    public void Who_saves_first_makes_no_difference_to_the_rows_that_stand() => Gen.Select(Lists, Lists).Sample((one, two) =>
    {
        var (first, second) = (Join(one, two), Join(two, one));
        Assert.Equal(first.Clashes.Select(c => c.Part).Order(), second.Clashes.Select(c => c.Part).Order());
        if (first.Clashes.IsEmpty) Assert.Equal(Said(first.Joined), Said(second.Joined));
    });

    [Fact]
    public void A_declaration_from_a_known_revision_is_joined_or_refused_with_the_row()
    {
        var kept = Kept.Housing.Drafted(Housing.Second).After(i => InstrumentRules.DeclareLinks(i, StudyBuilder.SmallDesign, Housing.Links));
        var (revision, now) = (kept.LinksBy!.Revision, kept.Links[0]);
        ImmutableArray<ListStep<ItemLink>> steps = [new(0, "", default, []), new(revision, "kate@example.org", default, kept.Links)];
        var mine = now with { Kind = LinkKind.NotComparable, Recode = [], Note = "asked another way" };
        var refused = InstrumentRules.DeclareLinks(kept, StudyBuilder.SmallDesign, [mine], new(0), steps).Refused();
        Assert.Equal(("instrument.links-changed", RefusalKind.Conflict), (refused.Code, refused.Kind));
        Assert.Equal(LinkRows.KeyOf(now), Assert.Single(refused.Faults).Field);
        Assert.Contains("Yours: How it stands 'not comparable'", refused.Faults[0].Sentence, StringComparison.Ordinal);
        var chosen = InstrumentRules.DeclareLinks(kept, StudyBuilder.SmallDesign, [mine], new(0) { Seen = revision, Mine = [LinkRows.KeyOf(now)] }, steps).Accepted();
        Assert.Contains(mine, Assert.IsType<InstrumentFact.LinksDeclared>(Assert.Single(chosen)).Links);
        Assert.Contains("no revision", InstrumentRules.DeclareLinks(kept, StudyBuilder.SmallDesign, [mine], new(2), []).Refused().Sentence, StringComparison.Ordinal);
        Assert.Equal("instrument.link", InstrumentRules.DeclareLinks(kept, StudyBuilder.SmallDesign, [mine, mine], new(0), steps).Refused().Code);
    }

    [Fact]
    public void A_test_case_gives_way_only_where_it_is_as_it_was_when_it_was_looked_at()
    {
        static TestCase Case(string name, string score) => new(name, Answers.Of([("damp", Answer.Of(1))])) { Scores = ImmutableSortedDictionary<string, string>.Empty.Add("hardship", score) };
        var kept = Kept.Housing.After(i => InstrumentRules.DeclareCases(i, [Case("one", "2"), Case("two", "2")])).After(i => InstrumentRules.DeclareCases(i, [Case("one", "3"), Case("two", "2")]));
        ImmutableArray<ListStep<TestCase>> steps = [new(3, "kate@example.org", default, [Case("one", "2"), Case("two", "2")]), new(kept.CasesBy!.Revision, "ben@example.org", default, kept.Cases)];
        var refused = InstrumentRules.AddCase(kept, Case("one", "4"), replaces: true, new(3), steps).Refused();
        Assert.Equal("instrument.cases-changed", refused.Code);
        Assert.Contains("ben@example.org changed the test case one", refused.Faults[0].Sentence, StringComparison.Ordinal);
        Assert.Contains("There now: Scores 'hardship 3'. Yours: Scores 'hardship 4'.", refused.Faults[0].Sentence, StringComparison.Ordinal);
        Assert.Equal("instrument.cases-changed", InstrumentRules.DropCase(kept, "one", new(3), steps).Refused().Code);
        var dropped = Assert.IsType<InstrumentFact.CasesDeclared>(Assert.Single(InstrumentRules.DropCase(kept, "two", new(3), steps).Accepted()));
        Assert.Equal(["one hardship 3"], dropped.Cases.Select(c => $"{c.Name} hardship {c.Scores["hardship"]}"));
    }

    private static readonly Gen<ImmutableArray<ItemLink>> Lists = Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3]).Array[0, 5].Select(edits => edits.Aggregate(Begun, (links, edit) =>
    {
        var item = new[] { "damp", "cold", "rooms", "noise", "light", "heat" }[edit.Item1];
        var there = links.FirstOrDefault(l => l.Item == item);
        return edit.Item2 == 0 ? there is null ? links : links.Remove(there) : there is null ? links.Add(Link(item, $"note {edit.Item2}")) : links.Replace(there, Link(item, $"note {edit.Item2}"));
    }));

    private static ListJoin<ItemLink> Join(ImmutableArray<ItemLink> theirs, ImmutableArray<ItemLink> mine, DraftBasis? basis = null) =>
        ListJoin<ItemLink>.Of(LinkRows.Kind, [Step(5, "me", Begun), Step(7, "other", theirs)], mine, basis ?? new(5));

    private static ListStep<ItemLink> Step(int revision, string who, ImmutableArray<ItemLink> links) => new(revision, $"{who}@example.org", DateTimeOffset.UnixEpoch.AddHours(revision), links);

    private static ImmutableArray<ItemLink> Noted(string note) => Begun.Replace(Begun[0], Link("damp", note));

    private static ItemLink Link(string item, string note) => new(item, 1, 2, LinkKind.Same) { Note = note };

    private static ItemLink? At(ImmutableArray<ItemLink> links, string item) => links.FirstOrDefault(l => l.Item == item);

    private static IEnumerable<string> Said(ImmutableArray<ItemLink> links) => links.Select(l => $"{l.Item} {l.Note}").Order(StringComparer.Ordinal);
}
