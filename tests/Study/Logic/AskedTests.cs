using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Logic;

namespace SosLongitudinal.Tests.Study.Logic;

/// <summary>When an item must be answered, when it is not keyed, and in whose words that is said.</summary>
public sealed class AskedTests
{
    private static readonly Item Age = new() { Name = "years", Number = 30, Type = ItemType.Number };

    [Theory]
    [InlineData("1", null, "Item 31 (why) must be answered, or a reason given why it is missing.")]
    [InlineData("2", null, null)]
    [InlineData(null, null, null)]
    [InlineData("1", "because", null)]
    [InlineData("1", "refused", null)]
    public void An_item_must_be_answered_where_its_expression_is_true(string? years, string? why, string? said)
    {
        var form = Trial.With(Age, new() { Name = "why", Number = 31, Type = ItemType.Text, RequiredWhen = "${years} = 1" });
        Assert.Equal(said, FaultOf(form, years, why));
    }

    [Theory]
    [InlineData(null, "Item 31 (why): Say why it is 1")]
    [InlineData("en", "Item 31 (why): Say why it is 1")]
    [InlineData("cy", "Item 31 (why): Dywedwch pam 1")]
    public void The_form_s_own_words_are_said_in_the_language_of_the_form(string? language, string said)
    {
        var form = Trial.With(Age, new() { Name = "why", Number = 31, Type = ItemType.Text, RequiredWhen = "${years} = 1", RequiredMessage = "Say why it is ${years}", RequiredMessages = new Dictionary<string, string> { ["Cymraeg (cy)"] = "Dywedwch pam ${years}" }.ToImmutableDictionary() });
        Assert.Equal(said, FaultOf(form, "1", null, language));
    }

    [Fact]
    public void A_constraint_speaks_the_form_s_language_too()
    {
        var form = Trial.With(Age with { Constraint = ". < 18", ConstraintMessage = "Too old", ConstraintMessages = new Dictionary<string, string> { ["cy"] = "Rhy hen" }.ToImmutableDictionary() });
        Assert.Equal("Item 30 (years): Rhy hen", FaultOf(form, "20", null, "cy"));
        Assert.Equal("Item 30 (years): Too old", FaultOf(form, "20", null, "fr"));
    }

    [Theory]
    [InlineData("1", "2")]
    [InlineData("2", "7")]
    public void A_calculated_answer_can_be_overwritten_only_where_it_is_keyed(string years, string kept)
    {
        var form = Trial.With(Age, new Item { Name = "doubled", Number = 31, Type = ItemType.Number, Calculation = "${years} * 2", ReadOnlyWhen = "${years} = 1" });
        var answers = ((Decision<CheckedAnswers>.Accepted)AnswerRules.Check(form, new Dictionary<string, string?> { ["years"] = years, ["doubled"] = "7" })).Value.Answers;
        Assert.Equal(kept, answers["doubled"].AsText());
    }

    [Fact]
    public void Two_items_of_which_each_closes_the_other_are_no_ring() => Assert.DoesNotContain(
        FormLogic.Of(Trial.With(Age with { ReadOnlyWhen = "${other} != ''" }, new() { Name = "other", Number = 31, Type = ItemType.Text, ReadOnlyWhen = "${years} != ''" })).Faults, f => f.Blocks);

    [Fact]
    public void A_look_at_the_form_says_what_is_required_and_what_is_not_keyed()
    {
        var form = Trial.With(Age, new() { Name = "why", Number = 31, Type = ItemType.Text, RequiredWhen = "${years} = 1", ReadOnlyWhen = "${years} = 2" });
        Assert.Equal((true, false), Look("1"));
        Assert.Equal((false, true), Look("2"));
        (bool, bool) Look(string years) => AnswerRules.Look(form, new Dictionary<string, string?> { ["years"] = years }).Items[form.Shape.IndexOf("why")] is var state ? (state.IsRequired, state.IsReadOnly) : default;
    }

    private static string? FaultOf(InstrumentDefinition form, string? years, string? why, string? language = null)
    {
        var keyed = new Dictionary<string, string?>();
        if (years is not null) keyed["years"] = years;
        if (why is not null) keyed["why"] = why;
        return AnswerRules.Check(form, keyed, Trial.Moment with { Language = language }) is Decision<CheckedAnswers>.Refused { Why.Faults: [var fault] } ? fault.Sentence : null;
    }
}
