using CsCheck;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Logic;

public sealed class FormLogicTests
{
    private static readonly Answer NotApplicable = Answer.Of(MissingReason.NotApplicable);

    [Fact]
    public void A_false_condition_makes_the_item_not_applicable_and_sets_its_answer_aside()
    {
        var form = Trial.With(new Item { Name = "why", Number = 30, Type = ItemType.Text, Relevant = "${consent} = 'no'" });
        var held = AnswerRules.Check(form, new Dictionary<string, string?> { ["consent"] = "1", ["why"] = "Too busy" }, Trial.Moment).Accepted();
        Assert.Equal((NotApplicable, "Too busy"), (held.Answers["why"], held.Aside!["why"].AsText()));
        Assert.Equal("Too busy", AnswerRules.Check(form, new Dictionary<string, string?> { ["consent"] = "0", ["why"] = "Too busy" }, Trial.Moment).Accepted().Answers["why"].AsText());
    }

    [Fact]
    public void What_hangs_on_an_item_that_does_not_apply_falls_with_it_wherever_it_stands()
    {
        var form = Trial.With(
            new Item { Name = "last", Number = 30, Choices = "yesno", Relevant = "${middle} = 'yes'" },
            new Item { Name = "middle", Number = 31, Choices = "yesno", Relevant = "${consent} = 'yes'" });
        var held = AnswerRules.Check(form, new Dictionary<string, string?> { ["consent"] = "0", ["middle"] = "1", ["last"] = "1" }).Accepted();
        Assert.Equal(["last", "middle"], held.SetAside.Select(i => i.Name));
        Assert.Equal(NotApplicable, held.Answers["last"]);
    }

    [Fact]
    public void A_section_that_does_not_apply_takes_the_sections_within_it_along()
    {
        var form = Trial.With() with
        {
            Sections =
            [
                new("Start", [new() { Name = "go", Number = 1, Choices = "yesno" }]),
                new("Outer", [new() { Name = "one", Number = 2, Type = ItemType.Number }]) { Name = "outer", Relevant = "${go} = 'yes'" },
                new("Inner", [new() { Name = "two", Number = 3, Type = ItemType.Number }]) { Name = "inner", Parent = "outer", Relevant = "${one} > 3" },
                new("Outer", [new() { Name = "three", Number = 4, Type = ItemType.Number, Required = true }]) { Name = "outer" },
            ],
        };
        var closed = AnswerRules.Check(form, new Dictionary<string, string?> { ["go"] = "0", ["one"] = "5", ["two"] = "1" }).Accepted();
        Assert.All(["one", "two", "three"], item => Assert.Equal(NotApplicable, closed.Answers[item]));
        Assert.Equal(["three"], AnswerRules.Check(form, new Dictionary<string, string?> { ["go"] = "1", ["one"] = "5", ["two"] = "1" }).Refused().Faults.Select(f => f.Field));
    }

    [Fact]
    public void Computed_items_follow_one_another_in_any_order_and_what_a_client_sends_for_them_is_not_taken()
    {
        var form = Trial.With(
            new Item { Name = "total", Number = 30, Type = ItemType.Computed, Calculation = "${half} * 2 + 1" },
            new Item { Name = "half", Number = 31, Type = ItemType.Computed, Calculation = "${age} div 2" });
        Assert.Equal(Answer.Of(8), Trial.Filled(form, ("total", "99"), ("half", "99"))["total"]);
        Assert.Equal(LogicType.Number, FormLogic.Of(form).TypeOf(form.ItemOf("total")!));
        Assert.Equal(["age", "half"], FormLogic.Of(form).Sources(form.ItemOf("total")!).Select(i => i.Name));
    }

    [Fact]
    public void A_constraint_speaks_in_the_forms_own_words_and_asks_nothing_of_an_item_left_empty()
    {
        var form = Trial.With(new Item { Name = "met", Number = 30, Type = ItemType.Date, Constraint = ". <= today() and . >= ${born}", ConstraintMessage = "This must lie after ${born}." });
        Assert.Equal(["Item 30 (met): This must lie after 2010-01-01."], AnswerRules.Check(form, new Dictionary<string, string?> { ["born"] = "2010-01-01", ["met"] = "2009-05-05" }, Trial.Moment).Refused().Faults.Select(f => f.Sentence));
        Assert.Equal(["met"], AnswerRules.Check(form, new Dictionary<string, string?> { ["born"] = "2010-01-01", ["met"] = "2016-03-16" }, Trial.Moment).Refused().Faults.Select(f => f.Field));
        Assert.Equal("refused", Trial.Filled(form, ("met", "refused"))["met"].AsText());
        Assert.Equal("2016-03-15", Trial.Filled(form, ("met", "2016-03-15"))["met"].AsText());
    }

    [Fact]
    public void A_choice_filter_offers_what_fits_and_refuses_the_rest()
    {
        var form = Trial.With(new Item { Name = "region", Number = 30, Type = ItemType.Text }, new Item { Name = "town", Number = 31, Choices = "counties", ChoiceFilter = "region = ${region}" });
        var town = form.Shape.IndexOf("town");
        var given = new Answer?[form.Items.Length];
        given[form.Shape.IndexOf("region")] = Answer.Of("west");
        Assert.Equal([3], FormLogic.Of(form).Evaluate(given, withChoices: true).Items[town].Choices!.Value);
        Assert.Contains("Norfolk", Assert.Single(AnswerRules.Check(form, new Dictionary<string, string?> { ["region"] = "west", ["town"] = "1" }).Refused().Faults).Sentence);
        Assert.Equal(Answer.Of(1), Trial.Filled(form, ("region", "east"), ("town", "1"))["town"]);
    }

    [Fact]
    public void A_repeating_section_applies_as_often_as_it_was_filled_in_and_offers_one_time_more()
    {
        var form = Trial.With();
        var answers = Trial.Filled(form);
        Assert.Equal([Answer.Of(1), Answer.Of(2), NotApplicable], Enumerable.Range(1, 3).Select(n => answers[$"place_{n}"]));
        Assert.Equal(NotApplicable, answers["kid_3"]);
        var state = FormLogic.Of(form).Evaluate([.. answers.All().Select(a => (Answer?)a.Answer)]).Items[form.Shape.IndexOf("kid_3")];
        Assert.Equal((false, true), (state.Applies, state.IsOffered));
    }

    [Fact]
    public void A_repeating_section_that_is_counted_applies_as_often_as_it_says()
    {
        var counted = Trial.With();
        counted = counted with { Sections = [.. counted.Sections.Select(s => s.Name == "child" ? s with { RepeatCount = "${score}" } : s)] };
        var held = AnswerRules.Check(counted, new Dictionary<string, string?> { ["score"] = "1", ["kid_1"] = "4", ["kid_2"] = "9" }).Accepted();
        Assert.Equal((Answer.Of(4), NotApplicable), (held.Answers["kid_1"], held.Answers["kid_2"]));
        Assert.Equal(["kid_2"], held.SetAside.Select(i => i.Name));
    }

    [Fact]
    public void A_note_is_shown_where_its_condition_holds_and_never_kept()
    {
        var form = Trial.With(new Item { Name = "thanks", Number = 30, Type = ItemType.Note, Relevant = "${consent} = 'yes'" });
        var state = FormLogic.Of(form).Evaluate([.. Trial.Filled(form).All().Select(a => (Answer?)a.Answer)]).Items[^1];
        Assert.Equal((false, true, NotApplicable), (state.Applies, state.IsOffered, state.Answer));
    }

    [Fact]
    public void A_form_starts_with_its_defaults_and_hidden_items_are_filled_from_them()
    {
        var form = Trial.With(
            new Item { Name = "day", Number = 30, Type = ItemType.Date, Default = "today()" },
            new Item { Name = "mood", Number = 31, Choices = "yesno", Default = "yes" },
            new Item { Name = "source", Number = 32, Type = ItemType.Text, Default = "paper", Hidden = true });
        var start = FormLogic.Of(form).Start(Trial.Moment);
        Assert.Equal(["day=2016-03-15", "mood=1", "source=paper"], start.Select(s => $"{s.Key}={s.Value.AsText()}"));
        var saved = Trial.Filled(form);
        Assert.Equal(("not-stated", "paper"), (saved["mood"].AsText(), saved["source"].AsText()));
    }

    [Fact]
    public void What_was_accepted_is_accepted_again_as_it_is() =>
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 1], Gen.Int[0, 3]).Sample((age, consent, kids) =>
        {
            var form = Trial.With(
                new Item { Name = "adult", Number = 30, Type = ItemType.Computed, Calculation = "${age} >= 18" },
                new Item { Name = "school", Number = 31, Type = ItemType.Text, Relevant = "not(${adult}) and ${consent} = 'yes'" },
                new Item { Name = "kids", Number = 32, Type = ItemType.Computed, Calculation = "concat(count(${child}), ': ', sum(${kid}))" });
            var keyed = new Dictionary<string, string?> { ["age"] = $"{age}", ["consent"] = $"{consent}", ["school"] = "Elm Road" };
            for (var n = 1; n <= kids; n++) keyed[$"kid_{n}"] = $"{n * age}";
            var once = AnswerRules.Check(form, keyed, Trial.Moment).Accepted();
            Assert.Equal(age < 18 && consent == 1 ? Answer.Of("Elm Road") : NotApplicable, once.Answers["school"]);
            Assert.Equal($"{kids}: {age * kids * (kids + 1) / 2}", once.Answers["kids"].AsText());
            Assert.Equal(once.Answers, AnswerRules.Check(form, once.Answers, Trial.Moment).Accepted().Answers);
        });

    [Fact]
    public void Many_threads_work_out_one_form_without_seeing_one_another()
    {
        var form = Trial.With(new Item { Name = "twice", Number = 30, Type = ItemType.Computed, Calculation = "sum(${kid}) + ${age} * 2" });
        Parallel.For(0, 2_000, n =>
        {
            var answers = AnswerRules.Check(form, new Dictionary<string, string?> { ["age"] = $"{n}", ["kid_1"] = "1" }, Trial.Moment).Accepted().Answers;
            Assert.Equal(Answer.Of((2 * n) + 1), answers["twice"]);
        });
    }

    [Fact]
    public void The_librarys_forms_have_no_expression_that_cannot_be_used() =>
        Assert.All(InstrumentShelf.Library.Newest, form => Assert.Empty(LogicCheck.Clashes(form)));
}
