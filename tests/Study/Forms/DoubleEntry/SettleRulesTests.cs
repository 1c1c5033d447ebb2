using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Forms.DoubleEntry;

public sealed class SettleRulesTests
{
    private static Settlement First(string item) => new(item, SettledBy.First);

    private static Settlement Second(string item) => new(item, SettledBy.Second);

    private static Settlement Third(string item, Answer value, string? why = "Two boxes are ticked") => new(item, SettledBy.Third, value, why);

    [Fact]
    public void Settled_answers_become_the_forms_answers_and_its_scores_and_what_was_keyed_stays()
    {
        (string, int)[] emotion = [("somatic", 0), ("worries", 1), ("unhappy", 1), ("clingy", 1), ("afraid", 1)];
        var form = new TwiceEntered(emotion).Again(("somatic", 2), ("worries", 0), ("unhappy", 2));
        Assert.Equal(4, form.Score("emotion"));

        form.Settled(Second("somatic"), First("worries"), Third("unhappy", Answer.Of(0)));

        Assert.Equal((2, 1, 0), (Code("somatic"), Code("worries"), Code("unhappy")));
        Assert.Equal(5, form.Score("emotion"));
        Assert.Equal((Answer.Of(0), Answer.Of(2)), (form.Twice.First.Answers["somatic"], form.Twice.Second.Answers["somatic"]));
        Assert.Equal(SecondStatus.Settled, SecondStatuses.Of(form.Form, _ => true));
        Assert.All(form.Twice.Settled, s => Assert.Equal(TwiceEntered.Settler, s.By));
        Assert.Equal((SettledBy.Third, "Two boxes are ticked"), (form.Twice.SettledOf("unhappy")!.How, form.Twice.SettledOf("unhappy")!.Why));
        Assert.True(form.Form.Version > 1 && form.Form.Version == form.Family.State.Version);

        int? Code(string item) => (form.Form.Answers[item] as Answer.Code)?.Value;
    }

    [Fact]
    public void Until_the_last_difference_is_settled_the_form_says_what_the_first_entry_says()
    {
        var form = new TwiceEntered(("consid", 1), ("obeys", 1)).Again(("consid", 2), ("obeys", 2)).Settled(Second("consid"));
        Assert.Equal((SecondStatus.Differs, Answer.Of(1)), (SecondStatuses.Of(form.Form, _ => true), form.Form.Answers["consid"]));

        form.Settled(Second("obeys"));
        Assert.Equal((SecondStatus.Settled, Answer.Of(2), Answer.Of(2)), (SecondStatuses.Of(form.Form, _ => true), form.Form.Answers["consid"], form.Form.Answers["obeys"]));
    }

    [Fact]
    public void A_third_value_needs_a_reason_and_must_be_one_that_the_item_takes()
    {
        var form = new TwiceEntered(("consid", 1)).Again(("consid", 2));

        Assert.Equal("consid", Assert.Single(form.NotSettled(Third("consid", Answer.Of(0), why: " ")).Faults).Field);
        Assert.Equal("form.settle-faults", form.NotSettled(Third("consid", Answer.Of(7))).Code);
        Assert.Equal("form.settle-faults", form.NotSettled(new Settlement("consid", SettledBy.Third, null, "why")).Code);
        Assert.Equal("form.settle-faults", form.NotSettled(First("obeys")).Code);
        Assert.Equal("form.settle-faults", form.NotSettled(First("consid"), Second("consid")).Code);
        Assert.Equal("form.settle-nothing", form.NotSettled().Code);
    }

    [Fact]
    public void A_missing_reason_can_be_the_third_value()
    {
        var form = new TwiceEntered(("consid", 1)).Again(("consid", 2)).Settled(Third("consid", Answer.Of(MissingReason.Illegible)));

        Assert.Equal(Answer.Of(MissingReason.Illegible), form.Form.Answers["consid"]);
    }

    [Fact]
    public void What_the_settled_gate_makes_not_applicable_settles_itself()
    {
        (string, int)[] gateOpen = [("ebddiff", 1), ("chronic", 2), ("distres", 1), ("imphome", 1), ("impfrie", 0), ("impclas", 0), ("impleis", 0), ("burden", 1)];
        var closed = new TwiceEntered(("ebddiff", 0)).Again(gateOpen).Settled(First("ebddiff"));
        Assert.Equal((SecondStatus.Settled, Answer.Of(MissingReason.NotApplicable)), (SecondStatuses.Of(closed.Form, _ => true), closed.Form.Answers["chronic"]));

        var open = new TwiceEntered(("ebddiff", 0)).Again(gateOpen).Settled(Second("ebddiff"));
        Assert.Equal(SecondStatus.Differs, SecondStatuses.Of(open.Form, _ => true));
        open.Settled([.. gateOpen.Skip(1).Select(a => Second(a.Item1))]);
        Assert.Equal((SecondStatus.Settled, Answer.Of(2)), (SecondStatuses.Of(open.Form, _ => true), open.Form.Answers["chronic"]));
    }

    [Fact]
    public void The_forms_date_is_settled_like_an_answer_and_its_flags_follow()
    {
        var form = new TwiceEntered();
        form.Family.Does((f, s) => SecondEntryRules.Enter(f, form.Family.Frame, form.Entry() with { CompletedOn = new(2026, 2, 1) }, true, s));

        Assert.Equal("form.settle-faults", form.NotSettled(Third("@completedOn", Answer.Of(new DateOnly(2027, 1, 1)))).Code);
        form.Settled(Second("@completedOn"));

        Assert.Equal(new(2026, 2, 1), form.Form.CompletedOn);
        Assert.Empty(form.Form.Flags);
    }

    [Fact]
    public void What_somebody_else_settled_meanwhile_is_shown_with_both_values_and_not_overwritten()
    {
        var form = new TwiceEntered(("consid", 0), ("restles", 1)).Again(("consid", 2), ("restles", 2)).Settled(Second("consid"));

        var refused = By("other@example.org", First("consid"), First("restles")).Refused();
        Assert.Equal(("form.settle-overtaken", RefusalKind.Conflict), (refused.Code, refused.Kind));
        Assert.Equal($"Item 1 (consid): {TwiceEntered.Settler} settled it as 2, you chose 0.", Assert.Single(refused.Faults).Sentence);
        Assert.NotEmpty(By("other@example.org", Second("consid"), First("restles")).Accepted());
        form.Settled(First("consid"), First("restles")); // one's own slip can be put right before the last is settled
        var late = By("other@example.org", Second("consid"), First("restles")).Refused();
        Assert.Equal(("form.already-settled", $"Item 1 (consid): {TwiceEntered.Settler} settled it as 0, you chose 2."), (late.Code, Assert.Single(late.Faults).Sentence));

        Decision<ImmutableArray<FamilyFact>> By(string who, params ImmutableArray<Settlement> chosen) => form.Family.Asks((f, s) => SettleRules.Settle(f, form.Family.Frame, form.Place, chosen, s with { By = who }));
    }

    [Fact]
    public void Settling_the_same_again_is_harmless_and_otherwise_is_refused_with_who_settled_it()
    {
        var form = new TwiceEntered(("consid", 1)).Again(("consid", 2)).Settled(Second("consid"));

        Assert.Empty(form.Family.Asks((f, s) => SettleRules.Settle(f, form.Family.Frame, form.Place, [Second("consid")], s)).Accepted());
        Assert.Contains(TwiceEntered.Settler, form.NotSettled(First("consid")).Sentence);
    }

    [Fact]
    public void Whatever_was_keyed_taking_the_first_everywhere_leaves_the_form_as_it_was_and_taking_the_second_makes_it_the_second() =>
        Gen.Select(Keying, Keying).Sample((one, other) =>
        {
            var definition = InstrumentShelf.Library["sdq-p-4-17"];
            foreach (var takeSecond in (bool[])[false, true])
            {
                var form = new TwiceEntered(one).Again(other);
                var differences = KeyedDifferences.Of(definition, form.Twice);
                if (differences.IsEmpty) continue;
                var before = form.Form.Answers;
                form.Settled([.. differences.Select(d => takeSecond ? Second(d.Item) : First(d.Item))]);
                Assert.Equal(takeSecond ? form.Twice.Second.Answers : before, form.Form.Answers);
            }
        }, iter: 60);

    private static Gen<(string, int)[]> Keying { get; } =
        Gen.Select(Gen.Int[0, 2].Array[25], Gen.Int[0, 3], Gen.Int[0, 3].Array[7]).Select((items, gate, supplement) =>
            InstrumentShelf.Library["sdq-p-4-17"].Items.Select(i => i.Number <= 25 ? (i.Name, items[i.Number - 1]) : i.Number == 26 ? (i.Name, gate) : (i.Name, supplement[i.Number - 27]))
                .Where(a => gate > 0 || !a.Name.StartsWith("im", StringComparison.Ordinal) && a.Name is not ("chronic" or "distres" or "burden")).ToArray());
}
