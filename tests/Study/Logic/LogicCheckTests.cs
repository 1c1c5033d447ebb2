using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic;

namespace SosLongitudinal.Tests.Study.Logic;

/// <summary>What is found before anybody fills the form in.</summary>
public sealed class LogicCheckTests
{
    private static Item Computed(string name, string calculation) => new() { Name = name, Number = 30, Type = ItemType.Computed, Calculation = calculation };

    private static IEnumerable<string> Blocking(params Item[] items) => DefinitionCheck.Clashes(Trial.With(items)).Where(c => c.Blocks).Select(c => c.Sentence);

    [Fact]
    public void Items_that_wait_for_one_another_are_found_once_and_named() =>
        Assert.Equal(["The calculation of a, column 1: a waits for b waits for c, which waits for a. Take one of them out of the ring."], Blocking(Computed("a", "${b} + 1"), Computed("b", "${c} + 1"), Computed("c", "${a} + 1")));

    [Fact]
    public void An_item_cannot_decide_on_its_own_whether_it_applies_by_its_name() =>
        Assert.Contains("waits for its own value", Assert.Single(Blocking(new Item { Name = "a", Number = 30, Type = ItemType.Number, Relevant = "${a} > 3" })));

    [Fact]
    public void A_ring_through_a_section_and_a_count_is_found()
    {
        var form = Trial.With(Computed("howmany", "sum(${kid})"));
        var ring = form with { Sections = [.. form.Sections.Select(s => s.Name == "child" ? s with { RepeatCount = "${howmany}" } : s)] };
        Assert.Contains("which waits for", Assert.Single(DefinitionCheck.Clashes(ring), c => c.Blocks).Sentence);
    }

    [Fact]
    public void Each_part_of_an_item_says_where_its_fault_stands()
    {
        var item = new Item
        {
            Name = "a", Number = 30, Choices = "counties", Relevant = "${x1} = 1", Constraint = ". > ", Calculation = "foo()", ChoiceFilter = "colour = 'red'", Default = "${x2}",
        };
        Assert.Equal(["The calculation of a, column 1", "The choice filter of a, column 1", "The condition of a, column 1", "The constraint of a, column 5", "The default of a, column 1"], Blocking(item).Select(s => s[..s.IndexOf(':', StringComparison.Ordinal)]).Order());
    }

    [Fact]
    public void A_comparison_that_never_holds_is_for_the_readers_attention_only()
    {
        var clash = Assert.Single(DefinitionCheck.Clashes(Trial.With(new Item { Name = "a", Number = 30, Type = ItemType.Text, Relevant = "${consent} = 'maybe'" })));
        Assert.False(clash.Blocks);
        Assert.Contains("'maybe' is not one of the choices (yes, no)", clash.Sentence);
    }

    [Fact]
    public void A_fault_in_a_repeating_section_is_said_once()
    {
        var form = Trial.With();
        form = form with { Sections = [.. form.Sections.Select(s => s.Name == "child" ? s with { Items = [.. s.Items.Select(i => i.Name == "place" ? i with { Calculation = "nothing()" } : i)] } : s)] };
        Assert.Single(DefinitionCheck.Clashes(form), c => c.Blocks);
    }

    [Fact]
    public void A_form_with_faults_can_still_be_filled_in_and_what_cannot_be_used_counts_as_absent() =>
        Assert.Equal("5", Trial.Filled(Trial.With(new Item { Name = "a", Number = 30, Type = ItemType.Number, Relevant = "nothing()", Constraint = "((" }), ("a", "5"))["a"].AsText());

    [Fact]
    public void Long_and_deep_expressions_are_bounded()
    {
        Assert.Contains("nested deeper", Assert.Single(Blocking(Computed("a", new string('(', 500) + "1" + new string(')', 500)))));
        Assert.Contains("longer than", Assert.Single(Blocking(Computed("a", string.Join('+', Enumerable.Repeat("1", 6_000))))));
        Assert.Equal("400", Trial.Filled(Trial.With(Computed("a", string.Join('+', Enumerable.Repeat("1", 400)))))["a"].AsText());
        Assert.Contains("too deep", Assert.Single(Blocking(Computed("a", string.Join(" + ", Enumerable.Repeat("1", 2_400))))));
    }

    [Fact]
    public void A_pattern_that_would_take_for_ever_does_not()
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var form = Trial.With(new Item { Name = "a", Number = 30, Type = ItemType.Text, Constraint = "regex(., '(?=x)?(a+)+b')" });
        Assert.Single(AnswerRules.Check(form, new Dictionary<string, string?> { ["a"] = new('a', 1_000) }).Match(_ => [], why => why.Faults.ToArray()));
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"It took {watch.Elapsed}."); // tried to its end, it would outlast everybody
    }
}
