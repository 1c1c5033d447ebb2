using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Instruments.LifeCycle;

public sealed class DraftEditTests
{
    private static ItemWords Words(string? choices, bool forAll = false) => new(3, "How often is it damp?", null, false, null, choices, forAll);

    [Fact]
    public void Choices_that_items_share_change_for_one_or_for_all()
    {
        var one = DraftEdits.Change(Housing.First, "damp", Words("1 Never\n2 Now and then\n3 Often")).Accepted();
        Assert.Equal("Now and then", one.ChoicesOf(one.ItemOf("damp")!)[1].Label);
        Assert.Equal("Sometimes", one.ChoicesOf(one.ItemOf("cold")!)[1].Label);
        var all = DraftEdits.Change(Housing.First, "damp", Words("1 Never\n2 Now and then\n3 Often", forAll: true)).Accepted();
        Assert.Equal("Now and then", all.ChoicesOf(all.ItemOf("cold")!)[1].Label);
    }

    [Fact]
    public void Choices_typed_as_they_were_change_nothing() =>
        Assert.Equal(InstrumentText.Write(Housing.First), InstrumentText.Write(DraftEdits.Change(Housing.First, "damp", Words(ChoiceLines.Of(Housing.First.ChoiceLists["often"]))).Accepted()));

    [Fact]
    public void Each_fault_of_what_was_typed_is_named()
    {
        Assert.Equal("draft.choice", DraftEdits.Change(Housing.First, "damp", Words("Never")).Refused().Code);
        Assert.Equal("draft.code-twice", DraftEdits.Change(Housing.First, "damp", Words("1 Never\n1 Often")).Refused().Code);
        Assert.Equal("draft.no-choices", DraftEdits.Change(Housing.First, "damp", Words(" ")).Refused().Code);
        Assert.Equal("draft.name-taken", DraftEdits.Add(Housing.First, "hardship", ItemType.Text, Words(null), null).Refused().Code);
        Assert.Equal("draft.name", DraftEdits.Add(Housing.First, "Noise", ItemType.Text, Words(null), null).Refused().Code);
        Assert.Equal("draft.no-item", DraftEdits.Drop(Housing.First, "noise").Refused().Code);
    }

    [Fact]
    public void An_item_is_added_where_it_was_asked_for_and_another_dropped()
    {
        var added = DraftEdits.Add(Housing.First, "noise", ItemType.Code, Words("1 Never\n2 Often"), "tenure").Accepted();
        Assert.Equal(["rooms", "tenure", "noise", "damp", "cold", "garden"], added.Items.Select(i => i.Name));
        Assert.Equal(["rooms", "tenure", "noise", "damp", "cold"], DraftEdits.Drop(added, "garden").Accepted().Items.Select(i => i.Name));
    }
}
