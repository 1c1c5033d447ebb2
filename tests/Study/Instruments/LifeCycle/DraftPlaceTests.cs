using CsCheck;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Instruments.LifeCycle;

/// <summary>A draft's items and sections moved about, dropped and brought back, and rules that are said at their fields.</summary>
public sealed class DraftPlaceTests
{
    private static readonly InstrumentDefinition Form = Housing.First with
    {
        Sections = [new("One", [Item("a", 1), Item("b", 2)]) { Name = "one" }, new("Two", [Item("c", 3)]), new("Three", [Item("d", 4), Item("e", 5)]) { Name = "three" }],
        Scales = [], Bands = [],
    };

    [Fact]
    public void An_item_steps_through_its_section_and_into_the_next()
    {
        Assert.Equal("One:b,a Two:c Three:d,e", Places(ItemPlaces.Step(Form, "a", up: false).Accepted()));
        Assert.Equal("One:a Two:b,c Three:d,e", Places(ItemPlaces.Step(Form, "b", up: false).Accepted()));
        Assert.Equal("One:a,b,c Three:d,e", Places(ItemPlaces.Step(Form, "c", up: true).Accepted()));
        Assert.Equal("draft.first", ItemPlaces.Step(Form, "a", up: true).Refused().Code);
        Assert.Equal("draft.last", ItemPlaces.Step(Form, "e", up: false).Refused().Code);
    }

    [Fact]
    public void Down_and_up_again_is_where_it_was() => Gen.Int[0, 3].Select(i => Form.Items[i].Name).Where(name => name is not "c").Sample(name =>
        Places(ItemPlaces.Step(ItemPlaces.Step(Form, name, up: false).Accepted(), name, up: true).Accepted()) == Places(Form));

    [Fact]
    public void Whatever_is_moved_no_item_is_lost_or_doubled() => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 5]).Sample((from, to) =>
    {
        var moved = ItemPlaces.Put(Form, Form.Items[from].Name, to == 5 ? "" : Form.Items[to].Name).Accepted();
        return moved.Items.Select(i => i.Name).Order().SequenceEqual(Form.Items.Select(i => i.Name)) && (to == 5 || to == from || ItemPlaces.Before(moved, Form.Items[from].Name) == Form.Items[to].Name);
    });

    [Fact]
    public void Items_are_numbered_in_form_order() => Assert.Equal([1, 2, 3, 4, 5], ItemPlaces.Numbered(ItemPlaces.Put(Form, "e", "").Accepted()).Items.Select(i => i.Number));

    [Fact]
    public void What_was_dropped_comes_back_as_it_was_where_it_was()
    {
        var without = DraftEdits.Drop(Form, "b").Accepted();
        Assert.Equal(InstrumentText.Write(Form), InstrumentText.Write(DraftEdits.BringBack(without, Form, "b").Accepted()));
        var changed = Housing.First with { ChoiceLists = Housing.First.ChoiceLists.SetItem("often", [new(1, "Other")]) };
        var back = DraftEdits.BringBack(DraftEdits.Drop(changed, "damp").Accepted(), Housing.First, "damp").Accepted();
        Assert.Equal(Housing.First.ChoicesOf(Housing.First.ItemOf("damp")!), back.ChoicesOf(back.ItemOf("damp")!));
        Assert.Equal("Other", back.ChoiceLists["often"][0].Label);
    }

    [Fact]
    public void Sections_are_added_changed_moved_and_taken_out_with_their_items_kept()
    {
        var added = SectionEdits.Add(Form, new("Pets & more", null, 3, "${a}"), after: 0).Accepted();
        Assert.Equal(("pets___more", 3, "${a}"), (added.Sections[1].Name, added.Sections[1].Repeat, added.Sections[1].RepeatCount));
        Assert.Equal("Two:c One:a,b Three:d,e", Places(SectionEdits.Step(Form, 1, up: true).Accepted()));
        Assert.Equal("One:a,b,c Three:d,e", Places(SectionEdits.Drop(Form, 1).Accepted()));
        Assert.Equal("Two:a,b,c Three:d,e", Places(SectionEdits.Drop(Form, 0).Accepted()));
        Assert.Equal("draft.title", SectionEdits.Change(Form, 0, new(" ", null, null, null)).Refused().Code);
        Assert.Equal("draft.repeat", SectionEdits.Change(Form, 0, new("One", null, 101, null)).Refused().Code);
        Assert.Equal("draft.repeat-most", SectionEdits.Change(Form, 0, new("One", null, null, "${a}")).Refused().Code);
        Assert.Equal("draft.no-section", SectionEdits.Drop(Form, 9).Refused().Code);
    }

    [Fact]
    public void A_section_s_condition_that_cannot_be_worked_out_is_said_at_its_field() =>
        Assert.Equal("Relevant", Assert.Single(SectionEdits.Change(Form, 2, new("Three", "${nothing} = 1", null, null)).Refused().Faults).Field);

    [Theory]
    [InlineData("${nothing} > 1", null, null, "Relevant")]
    [InlineData(null, ". > ", null, "Constraint")]
    [InlineData(null, null, "${b} + ", "RequiredWhen")]
    public void An_expression_that_cannot_be_worked_out_is_said_at_its_field(string? relevant, string? constraint, string? required, string field)
    {
        var words = new ItemWords(1, "A", null, false, relevant, null, false) { Rules = new() { Constraint = constraint, RequiredWhen = required } };
        Assert.Equal(field, Assert.Single(DraftEdits.Change(Form, "a", words).Refused().Faults).Field);
    }

    [Fact]
    public void Rules_that_are_typed_are_kept_and_those_of_another_kind_left()
    {
        var rules = new ItemRules { Min = 0, Max = 9, Decimals = true, RequiredWhen = "${b} = 1", Constraint = ". != 3", ConstraintMessage = "Not three", Default = "5" };
        var item = DraftEdits.Change(Form, "a", new ItemWords(1, "A", null, false, null, null, false) { Rules = rules }).Accepted().ItemOf("a")!;
        Assert.Equal((0m, 9m, true, "${b} = 1", ". != 3", "Not three", "5"), (item.Min, item.Max, item.Decimals, item.RequiredWhen, item.Constraint, item.ConstraintMessage, item.Default));
        Assert.Equal(item with { Label = "B" }, DraftEdits.Change(Form with { Sections = [new("", [item, Item("b", 2)])] }, "a", new ItemWords(1, "B", null, false, null, null, false)).Accepted().ItemOf("a"));
        Assert.Equal("draft.range", DraftEdits.Change(Form, "a", new ItemWords(1, "A", null, false, null, null, false) { Rules = rules with { Min = 10 } }).Refused().Code);
        Assert.Equal("draft.no-calculation", DraftEdits.Add(Form, "total", ItemType.Computed, new(0, null, null, false, null, null, false) { Rules = new() }, null).Refused().Code);
    }

    [Fact]
    public void A_new_item_can_take_the_choices_that_the_form_has()
    {
        var added = DraftEdits.Add(Housing.First, "mould", ItemType.Code, new(9, "How often is there mould?", null, false, null, null, false) { List = "often" }, null).Accepted();
        Assert.Equal("often", added.ItemOf("mould")!.Choices);
        Assert.Equal(Housing.First.ChoiceLists.Count, added.ChoiceLists.Count);
    }

    private static Item Item(string name, int number) => new() { Name = name, Number = number, Type = ItemType.Number };

    private static string Places(InstrumentDefinition form) => string.Join(' ', form.Sections.Select(s => $"{s.Title}:{string.Join(',', s.Items.Select(i => i.Name))}"));
}
