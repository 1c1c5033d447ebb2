using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Comparing;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Instruments.LifeCycle;

public sealed class ComparisonTests
{
    private static readonly InstrumentDefinition Changed = Kept.Housing.Drafted(Housing.Second).Draft!;

    private static IEnumerable<string> Of(InstrumentDefinition after) => Comparison.Of(Housing.First, after, Housing.Links).Select(c => $"{c.Item} {c.Kind}");

    [Fact]
    public void Every_difference_is_named_item_by_item() => Assert.Equal(
        ["tenure ChoiceDropped", "damp Recoded", "cold Recoded", "noise Added", "garden Dropped", "hardship ScaleChanged"], Of(Changed));

    [Fact]
    public void Codes_that_no_link_recodes_are_named_one_by_one() => Assert.Equal(
        ["ChoiceAdded 0 Never", "Recoded 1 Sometimes", "Recoded 2 Often", "ChoiceDropped 3 Often"],
        Comparison.Of(Housing.First, Changed, []).Where(c => c.Item == "damp").Select(c => $"{c.Kind} {(c.Becomes.Length > 0 ? c.Becomes : c.Was)}"));

    [Fact]
    public void Nothing_differs_from_itself() => Assert.Empty(Comparison.Of(Housing.First, Housing.First, []));

    [Fact]
    public void Words_conditions_rules_and_numbers_are_told_apart()
    {
        var item = Housing.First.Items[0];
        InstrumentDefinition With(Item changed) => Housing.First with { Sections = [new("The home", Housing.First.Items.SetItem(0, changed))] };
        Assert.Equal(["rooms Relabelled"], Of(With(item with { Label = "How many rooms?" })).Take(1));
        Assert.Equal(["rooms RelevanceChanged"], Of(With(item with { Relevant = "${damp} > 1" })).Take(1));
        Assert.Equal(["rooms RuleChanged"], Of(With(item with { Max = 30 })).Take(1));
        Assert.Equal(["rooms Renumbered"], Of(With(item with { Number = 9 })).Take(1));
        Assert.Equal(["rooms TypeChanged"], Of(With(item with { Type = ItemType.Text })).Take(1));
    }
}
