using System.Text.Json;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Study.Instruments;

public sealed class AnswerRulesTests
{
    private static readonly InstrumentDefinition Questionnaire = InstrumentShelf.Library["parent-questionnaire"];

    private static Decision<CheckedAnswers> Check(InstrumentDefinition definition, string json) =>
        AnswerRules.Check(definition, JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!);

    private static Answers Accepted(Decision<CheckedAnswers> decision) => Held(decision).Answers;

    private static CheckedAnswers Held(Decision<CheckedAnswers> decision) => Assert.IsType<Decision<CheckedAnswers>.Accepted>(decision).Value;

    private static Refusal Refused(Decision<CheckedAnswers> decision) => Assert.IsType<Decision<CheckedAnswers>.Refused>(decision).Why;

    [Fact]
    public void What_was_left_out_is_not_stated_and_items_stand_in_form_order()
    {
        var answers = Accepted(Check(Sdq.Parent, """{"restles":1,"consid":2}"""));
        Assert.Same(Sdq.Parent.Shape, answers.Shape);
        Assert.Equal([Answer.Of(2), Answer.Of(1), Answer.Of(MissingReason.NotStated)], answers.All().Take(3).Select(a => a.Answer));
    }

    [Fact]
    public void Every_faulty_item_is_named_with_what_is_allowed()
    {
        var refusal = Refused(Check(Sdq.Parent, """{"consid":3,"obeys":"two","restles":1,"height":140,"fights":[1],"lies":true,"ebddiff":-1,"somatic":1.5}"""));
        Assert.Equal(("form.answers", RefusalKind.Invalid), (refusal.Code, refusal.Kind));
        Assert.Equal(["consid", "ebddiff", "fights", "height", "lies", "obeys", "somatic"], refusal.Faults.Select(f => f.Field).Order());
        Assert.Contains("one of 0, 1, 2", refusal.Faults.Single(f => f.Field == "consid").Sentence);
        Assert.Contains("one of 0, 1, 2, 3", refusal.Faults.Single(f => f.Field == "ebddiff").Sentence);
        Assert.Contains("not an item of sdq-p-4-17", refusal.Faults.Single(f => f.Field == "height").Sentence);
    }

    [Fact]
    public void A_gate_answered_no_makes_its_items_not_applicable()
    {
        var answers = Accepted(Check(Sdq.Parent, """{"ebddiff":0,"distres":null,"imphome":{"missing":"not-applicable"}}"""));
        Assert.All(["chronic", "distres", "imphome", "impfrie", "impclas", "impleis", "burden"], item => Assert.Equal(Answer.Of(MissingReason.NotApplicable), answers[item]));
    }

    [Fact]
    public void Values_keyed_behind_a_closed_gate_are_set_aside_and_said()
    {
        var held = Held(Check(Sdq.Parent, """{"ebddiff":0,"distres":2,"impclas":{"missing":"refused"}}"""));
        Assert.Equal(["distres", "impclas"], held.SetAside.Select(i => i.Name));
        Assert.Equal([("distres", Answer.Of(2)), ("impclas", Answer.Of(MissingReason.Refused))], held.Aside!.All());
        Assert.Equal(Answer.Of(MissingReason.NotApplicable), held.Answers["distres"]);
        Assert.Equal("The answers to items 28 (distres), 31 (impclas) are set aside: the items do not apply.", held.Sentence());
    }

    [Fact]
    public void Nothing_is_set_aside_where_all_that_was_answered_applies()
    {
        var held = Held(Check(Sdq.Parent, """{"ebddiff":1,"distres":2}"""));
        Assert.Null(held.Aside);
        Assert.Null(held.Sentence());
    }

    [Fact]
    public void A_gate_without_an_answer_closes_nothing() =>
        Assert.Equal(Answer.Of(2), Accepted(Check(Sdq.Parent, """{"ebddiff":{"missing":"refused"},"distres":2}"""))["distres"]);

    [Theory, InlineData("refused", true), InlineData("dont-know", true), InlineData("unable", true), InlineData("not-stated", true), InlineData("illegible", true)]
    [InlineData("not-applicable", false), InlineData("not-due", false), InlineData("withdrawn", false), InlineData("left-study", false), InlineData("lost", false)]
    public void Only_keyed_reasons_are_taken(string reason, bool taken) =>
        Assert.Equal(taken, Check(Sdq.Parent, $$$"""{"consid":{"missing":"{{{reason}}}"}}""") is Decision<CheckedAnswers>.Accepted);

    [Theory]
    [InlineData("""{"workers":51}""", "a whole number from 0 to 50"), InlineData("""{"workers":1.5}""", "a whole number from 0 to 50")]
    [InlineData("""{"tools":[1,9]}""", "a list of any of 1, 2, 3, 4"), InlineData("""{"tools":2}""", "a list of any of 1, 2, 3, 4"), InlineData("""{"helped":7}""", "text")]
    public void Each_type_of_item_says_what_it_takes(string json, string allowed) => Assert.Contains(allowed, Refused(Check(Questionnaire, json)).Faults[0].Sentence);

    [Fact]
    public void Tools_not_ticked_are_an_answer_and_text_is_bounded()
    {
        Assert.Equal(Answer.Of(Array.Empty<int>()), Accepted(Check(Questionnaire, """{"tools":[]}"""))["tools"]);
        Assert.Equal(Answer.Of("2016-03-01"), Accepted(Check(Questionnaire, """{"helped":"2016-03-01"}"""))["helped"]);
        Assert.Contains("2000 characters or fewer", Refused(Check(Questionnaire, $$"""{"helped":"{{new string('a', 2_001)}}"}""")).Faults[0].Sentence);
    }

    [Fact]
    public void Dates_are_dates()
    {
        var record = InstrumentShelf.Library["case-record"];
        Assert.Equal(Answer.Of(new DateOnly(2016, 3, 1)), Accepted(Check(record, """{"state":2,"closedon":"2016-03-01"}"""))["closedon"]);
        Assert.Contains("a date such as", Refused(Check(record, """{"state":2,"closedon":"1 March"}""")).Faults[0].Sentence);
    }

    [Fact]
    public void What_was_accepted_is_accepted_again_as_it_is()
    {
        var once = Accepted(Check(Sdq.Parent, """{"consid":2,"ebddiff":0,"obeys":{"missing":"illegible"}}"""));
        Assert.Equal(once, Accepted(AnswerRules.Check(Sdq.Parent, once)));
    }

    [Theory]
    [InlineData("goals", " 2 ", "2"), InlineData("goals", "", "not-stated"), InlineData("goals", "refused", "refused"), InlineData("goals", "yes", null)]
    [InlineData("tools", "3 1", "1 3"), InlineData("tools", "1;3", null), InlineData("helped", "refused", "refused")]
    public void Keyed_text_is_read_as_the_item_takes_it(string item, string keyed, string? read)
    {
        var answer = AnswerReading.Of(Questionnaire.ItemOf(item)!, keyed);
        Assert.Equal(read, answer?.AsText());
        Assert.Equal(item == "helped", answer is Answer.Text);
    }

    [Fact]
    public void Keyed_text_gives_the_same_answers_as_what_a_client_sends()
    {
        var keyed = new Dictionary<string, string?> { ["workers"] = "3", ["tools"] = "1 4", ["goals"] = "0", ["helped"] = "She listened.", ["listens"] = "", ["reach"] = "refused" };
        Assert.Equal(
            Accepted(Check(Questionnaire, """{"workers":3,"tools":[4,1],"goals":0,"helped":"She listened.","reach":{"missing":"refused"}}""")),
            Accepted(AnswerRules.Check(Questionnaire, keyed)));
        Assert.Equal(["workers"], Refused(AnswerRules.Check(Questionnaire, new Dictionary<string, string?> { ["workers"] = "many" })).Faults.Select(f => f.Field));
    }
}
