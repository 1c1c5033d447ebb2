using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Tests.Study.Instruments;

public sealed class ImpactTests
{
    private static readonly string[] ParentItems = ["distres", "imphome", "impfrie", "impclas", "impleis"];

    public static TheoryData<string, string, int> Forms => new()
    {
        { "sdq-p-4-17", "distres,imphome,impfrie,impclas,impleis", 10 },
        { "sdq-s-11-17", "distres,imphome,impfrie,impclas,impleis", 10 },
        { "sdq-t-4-17", "distres,impfrie,impclas", 6 },
        { "sdq-t-2-4", "distres,impfrie,impclas", 6 },
        { "sdq-p-4-17-followup", "distres,imphome,impfrie,impclas,impleis", 10 },
    };

    [Theory, MemberData(nameof(Forms))]
    public void Each_informant_has_its_own_items_and_the_top_score_follows(string id, string items, int top)
    {
        var definition = InstrumentShelf.Library[id];
        var changes = items.Split(',').Select(i => (i, (int?)3)).Append(("ebddiff", 3));
        Assert.Equal(top, Sdq.Score(definition, "impact", changes).Value);
        Assert.Equal(top, definition.Scales.Single(s => s.Name == "impact").Max);
    }

    [Theory, InlineData(0, 0), InlineData(1, 0), InlineData(2, 1), InlineData(3, 2)]
    public void An_answer_counts_as_recoded(int code, int counts)
    {
        foreach (var item in ParentItems) Assert.Equal(counts, Sdq.Score(Sdq.Parent, "impact", ("ebddiff", 2), (item, code)).Value);
    }

    [Fact]
    public void A_gate_answered_no_is_no_impact_whatever_else_was_keyed() =>
        Assert.Equal(0, Sdq.Score(Sdq.Parent, "impact", ("ebddiff", 0), ("distres", 3)).Value);

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(null)]
    public void With_no_impact_item_answered_there_is_no_score(int? gate) =>
        Assert.Equal(MissingReason.TooFewItems, Sdq.Score(Sdq.Parent, "impact", ("ebddiff", gate)).Missing);

    [Theory, InlineData(1), InlineData(null)]
    public void One_answered_item_is_enough_and_the_others_count_nothing(int? gate) =>
        Assert.Equal(2, Sdq.Score(Sdq.Parent, "impact", ("ebddiff", gate), ("impclas", 3)).Value);

    [Theory, InlineData("chronic"), InlineData("burden")]
    public void Chronicity_and_burden_never_count(string item)
    {
        Assert.Equal(1, Sdq.Score(Sdq.Parent, "impact", ("ebddiff", 1), ("distres", 2), (item, 3)).Value);
        Assert.Null(Sdq.Score(Sdq.Parent, "impact", ("ebddiff", 1), (item, 3)).Value);
    }
}
