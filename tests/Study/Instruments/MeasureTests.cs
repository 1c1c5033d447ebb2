using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Tests.Study.Instruments;

public sealed class MeasureTests
{
    private static Scores Score(string id, Func<int, int?> byNumber)
    {
        var definition = InstrumentShelf.Library[id];
        return Scoring.Score(definition, Answers.Of(definition.Shape, [.. definition.Items.Select(i => byNumber(i.Number) is { } c ? Answer.Of(c) : Answer.Of(MissingReason.NotStated))]));
    }

    [Theory, InlineData(1, 5 * 4 + 2 * 1), InlineData(4, 5 * 1 + 2 * 4), InlineData(2, 5 * 3 + 2 * 2)]
    public void Mastery_turns_items_1_2_3_5_and_7(int all, int score) => Assert.Equal(score, Score("pearlin-mastery", _ => all)["mastery"]!.Value);

    [Fact]
    public void Mastery_runs_from_7_to_28()
    {
        int[] turned = [1, 2, 3, 5, 7];
        Assert.Equal(28, Score("pearlin-mastery", n => turned.Contains(n) ? 1 : 4)["mastery"]!.Value);
        Assert.Equal(7, Score("pearlin-mastery", n => turned.Contains(n) ? 4 : 1)["mastery"]!.Value);
    }

    [Theory, InlineData(11, "at risk of isolation"), InlineData(12, "not at risk")]
    public void Below_twelve_on_the_network_scale_is_at_risk(int total, string word)
    {
        var lsns = Score("lubben-6", n => Math.Clamp(total - 5 * (n - 1), 0, 5))["lsns"]!;
        Assert.Equal(total, lsns.Value);
        Assert.Equal(word, lsns.Band("cut")!.Word);
    }

    [Fact]
    public void Engagement_has_four_parts_that_add_to_95()
    {
        var scores = Score("yatchmenoff-ces", _ => 5);
        Assert.Equal([35, 20, 20, 20, 95], scores.Scales.Select(s => s.Value!.Value));
        Assert.Null(Score("yatchmenoff-ces", n => n == 19 ? null : 5)["ces"]!.Value);
    }

    [Fact]
    public void Agreement_needs_four_of_its_six_items() 
    {
        var definition = InstrumentShelf.Library["parent-questionnaire"];
        string[] items = ["sharesview", "agreewhat", "understands", "listens", "strengths", "plantogether"];
        int? With(int answered) => Scoring.Score(definition, Answers.Of(items.Take(answered).Select(i => (i, Answer.Of(3)))))["agreement"]!.Value;
        Assert.Equal([null, 18, 18, 18], new[] { 3, 4, 5, 6 }.Select(With));
    }
}
