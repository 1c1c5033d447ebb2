using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using Housing = SosLongitudinal.Tests.Kit.Housing;

namespace SosLongitudinal.Tests.Study.Instruments.LifeCycle;

/// <summary>Two people in one draft: what each changed elsewhere stays, what both changed is asked for.</summary>
public sealed class DraftJoinTests
{
    private static readonly InstrumentDefinition Begun = Housing.First with { Version = 2 };

    [Fact]
    public void Changes_to_different_items_both_stay()
    {
        var join = Join(Worded(Begun, "damp", "Is it damp?"), Worded(Begun, "cold", "Is it cold?"));
        Assert.Empty(join.Clashes);
        Assert.Equal(("Is it damp?", "Is it cold?"), (join.Joined.ItemOf("damp")!.Label, join.Joined.ItemOf("cold")!.Label));
        Assert.Equal(InstrumentText.Write(Worded(Worded(Begun, "damp", "Is it damp?"), "cold", "Is it cold?")), InstrumentText.Write(join.Joined));
    }

    [Fact]
    public void The_same_item_changed_twice_says_both_and_who()
    {
        var join = Join(Worded(Begun, "damp", "Is it damp?"), Worded(Begun, "damp", "Damp?"));
        var clash = Assert.Single(join.Clashes);
        Assert.Equal(("item:damp", "other@example.org"), (clash.Part, clash.By));
        Assert.Equal([("Question", "Damp?")], clash.Mine);
        Assert.Equal([("Question", "Is it damp?")], clash.Theirs);
    }

    [Theory]
    [InlineData("mine", "Damp?")]
    [InlineData("theirs", "Is it damp?")]
    public void What_was_chosen_for_an_item_stays_and_the_rest_with_it(string side, string label)
    {
        var chosen = new DraftBasis(5) { Seen = 7, Mine = side == "mine" ? ["item:damp"] : [], Theirs = side == "theirs" ? ["item:damp"] : [] };
        var join = Join(Worded(Begun, "damp", "Is it damp?"), Worded(Worded(Begun, "damp", "Damp?"), "cold", "Cold?"), chosen);
        Assert.Empty(join.Clashes);
        Assert.Equal((label, "Cold?"), (join.Joined.ItemOf("damp")!.Label, join.Joined.ItemOf("cold")!.Label));
    }

    [Fact]
    public void A_choice_made_before_a_third_change_is_asked_for_again()
    {
        ImmutableArray<DraftStep> steps = [Step(5, "me", Begun), Step(7, "other", Worded(Begun, "damp", "Is it damp?")), Step(8, "third", Worded(Begun, "damp", "Wet?"))];
        var join = DraftJoin.Of(steps, Worded(Begun, "damp", "Damp?"), new(5) { Seen = 7, Mine = ["item:damp"] });
        Assert.Equal("third@example.org", Assert.Single(join.Clashes).By);
    }

    [Fact]
    public void Items_that_each_added_moved_and_dropped_are_all_where_they_belong()
    {
        var theirs = Of(DraftEdits.Drop(Added(Begun, "noise", "damp"), "garden"));
        var mine = Of(ItemPlaces.Put(Added(Begun, "light", "tenure"), "rooms", "cold"));
        Assert.Equal(["tenure", "light", "damp", "noise", "cold", "rooms"], Join(theirs, mine).Joined.Items.Select(i => i.Name));
    }

    [Fact]
    public void An_item_that_one_drops_and_the_other_changes_is_asked_for()
    {
        var clash = Assert.Single(Join(Of(DraftEdits.Drop(Begun, "garden")), Worded(Begun, "garden", "A garden?")).Clashes);
        Assert.Equal("item:garden", clash.Part);
        Assert.Empty(clash.Theirs);
        var kept = Join(Of(DraftEdits.Drop(Begun, "garden")), Worded(Begun, "garden", "A garden?"), new(5) { Seen = 7, Mine = ["item:garden"] });
        Assert.Equal("A garden?", kept.Joined.ItemOf("garden")!.Label);
        Assert.Equal("garden", kept.Joined.Items[^1].Name);
    }

    [Fact]
    public void A_section_that_was_moved_takes_along_what_the_other_added_to_it()
    {
        var two = Of(SectionEdits.Add(Begun, new("Pets", null, null, null), 0));
        two = Of(DraftEdits.Add(two, "cats", ItemType.Number, new(6, "Cats", null, false, null, null, false), null, 1));
        var join = Join(Added(two, "dogs", "cats"), Of(SectionEdits.Step(two, 1, up: true)), began: two);
        Assert.Equal(["Pets: cats dogs", "The home: rooms tenure damp cold garden"], join.Joined.Sections.Select(s => $"{s.Title}: {string.Join(' ', s.Items.Select(i => i.Name))}"));
    }

    [Fact]
    public void Numbers_and_further_languages_are_parts_of_their_own()
    {
        var theirs = ItemPlaces.Numbered(Of(ItemPlaces.Put(Begun, "garden", "")));
        Assert.Empty(Join(theirs, Worded(Begun, "garden", "A garden?")).Clashes);
    }

    [Fact]
    public void Whoever_was_alone_has_what_was_sent() => Edits.Sample(edits =>
    {
        var changed = edits.Aggregate(Begun, (draft, edit) => edit(draft));
        Assert.Equal(InstrumentText.Write(changed), InstrumentText.Write(Join(Begun, changed).Joined));
        Assert.Equal(InstrumentText.Write(changed), InstrumentText.Write(Join(changed, Begun).Joined));
        Assert.Equal(InstrumentText.Write(changed), InstrumentText.Write(Join(changed, changed).Joined));
    });

    [Fact]
    public void Nothing_of_two_is_lost_that_neither_dropped() => Gen.Select(Edits, Edits).Sample((one, two) =>
    {
        var (theirs, mine) = (one.Aggregate(Begun, (d, e) => e(d)), two.Aggregate(Begun, (d, e) => e(d)));
        var join = Join(theirs, mine);
        var dropped = Begun.Items.Select(i => i.Name).Where(n => theirs.ItemOf(n) is null || mine.ItemOf(n) is null).ToHashSet();
        var expected = theirs.Items.Concat(mine.Items).Select(i => i.Name).Where(n => !dropped.Contains(n)).Distinct().Order();
        Assert.Equal(expected, join.Joined.Items.Select(i => i.Name).Where(n => !dropped.Contains(n)).Order());
        Assert.Equal(join.Joined.Items.Select(i => i.Name).Distinct().Count(), join.Joined.Items.Length);
    });

    /// <summary>Words, places, drops and additions in any order.</summary>
    private static readonly Gen<Func<InstrumentDefinition, InstrumentDefinition>[]> Edits = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 7], Gen.Int[0, 7]).Select((kind, at, to) => (Func<InstrumentDefinition, InstrumentDefinition>)(draft =>
    {
        var (item, other) = (draft.Items[at % draft.Items.Length].Name, draft.Items[to % draft.Items.Length].Name);
        return kind switch
        {
            0 => Worded(draft, item, $"{item} {to}?"),
            1 => Of(ItemPlaces.Put(draft, item, to == 7 ? "" : other)),
            2 when draft.Items.Length > 1 => Of(DraftEdits.Drop(draft, item)),
            3 when draft.ItemOf($"new_{to}") is null => Added(draft, $"new_{to}", item),
            _ => Of(SectionEdits.Add(draft, new($"Part {to}", null, null, null), 0)),
        };
    })).Array[0, 5];

    [Fact]
    public void A_save_from_a_known_revision_is_refused_with_the_part_or_joined()
    {
        var kept = new StudyInstrument(Begun.Id) { Own = [new(Housing.First, DateTimeOffset.UnixEpoch, "x")], Draft = Worded(Begun, "damp", "Is it damp?"), DraftRevision = 7, DraftedBy = "other@example.org", Version = 7 };
        var trail = new DraftTrail([Step(5, "me", Begun), Step(7, "other", kept.Draft)]);
        var refused = (Decision<ImmutableArray<InstrumentFact>>.Refused)InstrumentRules.Revise(kept, Worded(Begun, "damp", "Damp?"), new(5), trail);
        Assert.Equal(("instrument.draft-overtaken", RefusalKind.Conflict), (refused.Why.Code, refused.Why.Kind));
        Assert.Equal("item:damp", Assert.Single(refused.Why.Faults).Field);
        var unsaid = (Decision<ImmutableArray<InstrumentFact>>.Refused)InstrumentRules.Revise(kept, Begun, new((int?)null), DraftTrail.Empty);
        Assert.Equal("instrument.draft-exists", unsaid.Why.Code);
        var gone = (Decision<ImmutableArray<InstrumentFact>>.Refused)InstrumentRules.Revise(kept with { Draft = null, DraftRevision = 0 }, Begun, new(5), new([], new("other@example.org", DateTimeOffset.UnixEpoch, Published: true)));
        Assert.Equal("instrument.draft-gone", gone.Why.Code);
        Assert.Equal("instrument.draft-changed", ((Decision<ImmutableArray<InstrumentFact>>.Refused)InstrumentRules.Publish(kept, InstrumentShelf.Library, 5)).Why.Code);
    }

    private static DraftJoin Join(InstrumentDefinition theirs, InstrumentDefinition mine, DraftBasis? basis = null, InstrumentDefinition? began = null) =>
        DraftJoin.Of([Step(5, "me", began ?? Begun), Step(7, "other", theirs)], mine, basis ?? new(5));

    private static DraftStep Step(int revision, string who, InstrumentDefinition definition) => new(revision, $"{who}@example.org", DateTimeOffset.UnixEpoch.AddHours(revision), definition);

    private static InstrumentDefinition Worded(InstrumentDefinition draft, string item, string label) =>
        draft with { Sections = [.. draft.Sections.Select(s => s with { Items = [.. s.Items.Select(i => i.Name == item ? i with { Label = label } : i)] })] };

    private static InstrumentDefinition Added(InstrumentDefinition draft, string name, string after) => Of(DraftEdits.Add(draft, name, ItemType.Number, new(9, name, null, false, null, null, false), after));

    private static InstrumentDefinition Of(Decision<InstrumentDefinition> decision) => decision is Decision<InstrumentDefinition>.Accepted { Value: var made } ? made : throw new InvalidOperationException(decision.ToString());
}
