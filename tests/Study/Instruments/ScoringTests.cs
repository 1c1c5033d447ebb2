using CsCheck;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Tests.Study.Instruments;

public sealed class ScoringTests
{
    private static readonly string[] Emotion = ["somatic", "worries", "unhappy", "clingy", "afraid"];

    [Theory]
    [InlineData(3, new[] { 0, 2, 3, 5, 7, 8, 10 })]
    [InlineData(4, new[] { 0, 1, 3, 4, 5, 6, 8, 9, 10 })]
    [InlineData(5, new[] { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    public void A_scale_with_unanswered_items_is_scaled_up_and_rounded_half_up(int answered, int[] bySum)
    {
        for (var sum = 0; sum <= 2 * answered; sum++)
        {
            var codes = Emotion.Select((item, i) => (item, i < answered ? Math.Clamp(sum - 2 * i, 0, 2) : (int?)null));
            Assert.Equal(bySum[sum], Sdq.Score(Sdq.Parent, "emotion", codes).Value);
        }
    }

    [Fact]
    public void Two_of_eight_points_over_four_items_is_three_and_not_two() =>
        Assert.Equal(3, Sdq.Score(Sdq.Parent, "emotion", ("somatic", 2), ("afraid", null)).Value);

    [Theory, InlineData(0), InlineData(1), InlineData(2)]
    public void Fewer_than_three_answers_make_no_scale(int answered)
    {
        var score = Sdq.Score(Sdq.Parent, "emotion", Emotion.Skip(answered).Select(i => (i, (int?)null)));
        Assert.Null(score.Value);
        Assert.Equal(MissingReason.TooFewItems, score.Missing);
        Assert.Empty(score.Bands);
    }

    [Theory]
    [InlineData("emotion", "somatic,worries,unhappy,clingy,afraid", "")]
    [InlineData("conduct", "tantrum,obeys,fights,lies,steals", "obeys")]
    [InlineData("hyper", "restles,fidgety,distrac,reflect,attends", "reflect,attends")]
    [InlineData("peer", "loner,friend,popular,bullied,oldbest", "friend,popular")]
    [InlineData("prosoc", "consid,shares,caring,kind,helpout", "")]
    public void Each_scale_counts_its_five_items_and_turns_the_reversed_ones(string scale, string items, string reversed)
    {
        var (own, turned) = (items.Split(','), reversed.Split(',', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2 * turned.Length, Sdq.Score(Sdq.Parent, scale).Value);
        foreach (var item in Sdq.Parent.Items.Take(25).Select(i => i.Name))
        {
            var step = !own.Contains(item) ? 0 : turned.Contains(item) ? -2 : 2;
            Assert.Equal(2 * turned.Length + step, Sdq.Score(Sdq.Parent, scale, (item, 2)).Value);
        }
    }

    [Fact]
    public void The_two_to_four_form_counts_its_own_items_as_conduct()
    {
        var young = InstrumentShelf.Library["sdq-p-2-4"];
        Assert.Equal(2 + 2 + 2, Sdq.Score(young, "conduct", ("argues", 2), ("spite", 2)).Value);
    }

    [Fact]
    public void Totals_add_their_scales_and_leave_prosocial_out() =>
        Gen.Int[0, 2].Array[25].Sample(codes =>
        {
            var scores = Scoring.Score(Sdq.Parent, Sdq.Form(Sdq.Parent, Sdq.Parent.Items.Take(25).Select((item, i) => (item.Name, (int?)codes[i]))));
            int Of(string scale) => scores[scale]!.Value!.Value;
            return Of("ebdtot") == Of("emotion") + Of("conduct") + Of("hyper") + Of("peer")
                && Of("internal") == Of("emotion") + Of("peer") && Of("external") == Of("conduct") + Of("hyper");
        });

    [Fact]
    public void A_missing_scale_makes_every_total_that_it_is_part_of_missing()
    {
        var scores = Scoring.Score(Sdq.Parent, Sdq.Form(Sdq.Parent, Emotion.Take(3).Select(i => (i, (int?)null))));
        Assert.Equal(["emotion", "ebdtot", "internal"], scores.Scales.Where(s => s.Value is null).Select(s => s.Name));
    }

    [Fact]
    public void The_strict_rule_makes_no_scale_of_an_incomplete_one()
    {
        var form = Sdq.Form(Sdq.Parent, ("afraid", null), ("ebddiff", 1), ("distres", 3));
        var strict = Scoring.Score(Sdq.Parent, form, MissingItemRule.Strict);
        Assert.Equal(["emotion", "ebdtot", "internal", "impact"], strict.Scales.Where(s => s.Value is null).Select(s => s.Name));
        Assert.All(Scoring.Score(Sdq.Parent, form).Scales, s => Assert.NotNull(s.Value));
        Assert.Equal(0, Scoring.Score(Sdq.Parent, Sdq.Form(Sdq.Parent), MissingItemRule.Strict)["impact"]!.Value);
    }

    [Fact]
    public void A_form_of_another_version_is_scored_by_item_name()
    {
        var form = Answers.Of(Sdq.Form(Sdq.Parent, ("worries", 2)).All().Reverse().Where(a => a.Name != "somatic"));
        Assert.Equal(3, Scoring.Score(Sdq.Parent, form)["emotion"]!.Value);
    }

    [Fact]
    public void Scoring_many_forms_does_not_allocate()
    {
        var (plan, form) = (ScorePlan.Of(Sdq.Parent), Sdq.Form(Sdq.Parent));
        var scores = new short[plan.Count];
        plan.Score(form, scores);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) plan.Score(form, scores);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(6, scores[plan.IndexOf("ebdtot")] - 4);
    }
}
