using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Cases;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Instruments.LifeCycle;

public sealed class TriedCaseTests
{
    private static readonly InstrumentDefinition Form = Logic.Trial.With(
        new Item { Name = "years", Number = 30, Type = ItemType.Number },
        new Item { Name = "doubled", Number = 0, Type = ItemType.Computed, Calculation = "${years} * 2" },
        new Item { Name = "why", Number = 31, Type = ItemType.Text, Relevant = "${years} > 3" });

    [Theory]
    [InlineData("2", false)]
    [InlineData("5", true)]
    public void A_form_that_was_tried_out_holds_as_a_test_case(string years, bool applies)
    {
        var test = TriedCase.Of(Form, " once ", new Dictionary<string, string?> { ["years"] = years }, new(2016, 3, 1)).Accepted();
        Assert.Equal(("once", applies, (int.Parse(years, System.Globalization.CultureInfo.InvariantCulture) * 2).ToString(System.Globalization.CultureInfo.InvariantCulture)), (test.Name, test.Applies["why"], test.Holds["doubled"]));
        Assert.True(Assert.Single(CaseRun.Of(Form, [test])).Holds);
        Assert.False(Assert.Single(CaseRun.Of(Logic.Trial.With(Form.ItemOf("years")!, Form.ItemOf("doubled")! with { Calculation = "${years} * 3" }, Form.ItemOf("why")!), [test])).Holds);
    }

    [Fact]
    public void A_form_without_conditions_and_scores_is_to_hold_what_was_typed()
    {
        var plain = Form with { Sections = [new("", [new() { Name = "years", Number = 1, Type = ItemType.Number }])] };
        Assert.Equal("7", TriedCase.Of(plain, "seven", new Dictionary<string, string?> { ["years"] = "7" }, new(2016, 3, 1)).Accepted().Holds["years"]);
    }

    [Fact]
    public void A_case_needs_a_name_and_answers_that_fit()
    {
        Assert.Equal("case.name", TriedCase.Of(Form, " ", new Dictionary<string, string?>(), new(2016, 3, 1)).Refused().Code);
        Assert.Equal("form.answers", TriedCase.Of(Form, "x", new Dictionary<string, string?> { ["years"] = "old" }, new(2016, 3, 1)).Refused().Code);
    }
}
