using System.Text.Json;
using CsCheck;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Tests.Study.Instruments;

public sealed class AnswersTests
{
    private static readonly Gen<Answer> SomeAnswer = Gen.OneOf(
        Gen.Int[-40_000, 70_000].Select(Answer.Of),
        Gen.Int[0, 4].Select(Answer.Of),
        Gen.Decimal[-1_000, 1_000].Select(Answer.Of),
        Gen.String[Gen.Char["aé\"\\\n <>&0123-"], 0, 12].Select(Answer.Of),
        Gen.Date.Select(d => Answer.Of(DateOnly.FromDateTime(d))),
        Gen.Int[0, 99].Array[0, 5].Select(codes => Answer.Of(codes)),
        Gen.Int[0, MissingReasons.All.Length - 1].Select(i => Answer.Of(MissingReasons.All[i])));

    private static readonly Gen<Answers> SomeAnswers = SomeAnswer.Array[0, 200].Select(all => Answers.Of(all.Select((answer, i) => ($"item{i}", answer))));

    [Fact]
    public void Answers_come_back_from_their_text_as_they_were() => SomeAnswers.Sample(answers =>
    {
        var again = JsonSerializer.Deserialize<Answers>(JsonSerializer.SerializeToUtf8Bytes(answers))!;
        return again.Equals(answers) && again.GetHashCode() == answers.GetHashCode() && ReferenceEquals(again.Shape, answers.Shape);
    });

    [Fact]
    public void Every_answer_is_given_back_as_it_was_put_in() => SomeAnswer.Array[1, 50].Sample(all =>
        all.SequenceEqual(Answers.Of(all.Select((answer, i) => ($"item{i}", answer))).All().Select(a => a.Answer)));

    [Fact]
    public void One_changed_answer_makes_two_forms_unequal() => Gen.Select(SomeAnswer, SomeAnswer).Sample((one, other) =>
        Answers.Of(("a", one), ("b", one)).With("b", other).Equals(Answers.Of(("a", one), ("b", one))) == one.Equals(other));

    [Fact]
    public void The_stored_text_is_the_agreed_one()
    {
        const string text = """{"consid":2,"obeys":{"missing":"refused"},"comment":"text","started":"2016-03-01","tools":[1,3],"days":2.5}""";
        var answers = JsonSerializer.Deserialize<Answers>(text)!;
        Assert.Equal(Answer.Of(2), answers["consid"]);
        Assert.Equal(Answer.Of(MissingReason.Refused), answers["obeys"]);
        Assert.Equal(Answer.Of(new DateOnly(2016, 3, 1)), answers["started"]);
        Assert.Equal(Answer.Of([1, 3]), answers["tools"]);
        Assert.Equal(Answer.Of(2.5m), answers["days"]);
        Assert.Equal(text, JsonSerializer.Serialize(answers));
    }

    [Theory]
    [InlineData("[]"), InlineData("""{"a":true}"""), InlineData("""{"a":{"missing":"lost"}}"""), InlineData("""{"a":{"missing":"refused","b":1}}""")]
    [InlineData("""{"a":1,"a":2}"""), InlineData("""{"a":["x"]}"""), InlineData("""{"a":{"b":1}}"""), InlineData("""{"":1}""")]
    public void Text_that_holds_no_answers_is_a_fault(string text) => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Answers>(text));

    [Fact]
    public void Forms_of_one_instrument_share_one_list_of_names()
    {
        var shape = AnswerShape.Of(["x1", "x2"]);
        Assert.Same(shape, AnswerShape.Of(["x1", "x2"]));
        Assert.NotSame(shape, AnswerShape.Of(["x2", "x1"]));
        Assert.NotSame(shape, AnswerShape.Of(["x1"]));
        Assert.Same(shape, JsonSerializer.Deserialize<Answers>("""{"x1":1,"x\u0032":2}""")!.Shape);
    }

    [Fact]
    public void A_shape_knows_where_the_items_of_another_stand()
    {
        var positions = AnswerShape.Of(["a", "b", "c"]).PositionsOf(AnswerShape.Of(["c", "z", "a"]));
        Assert.Equal([2, -1, 0], positions.ToArray());
    }

    [Fact]
    public void An_item_that_the_form_does_not_have_is_not_in_this_version() =>
        Assert.Equal(Answer.Of(MissingReason.NotInVersion), Answers.Of(("a", Answer.Of(1)))["b"]);

    [Fact]
    public void Whole_and_broken_numbers_are_read_as_numbers()
    {
        var answers = Answers.Of(("a", Answer.Of(2)), ("b", Answer.Of(2.50m)), ("c", Answer.Of(70_000)), ("d", Answer.Of("2")));
        Assert.Equal([2m, 2.5m, 70_000m, null], Enumerable.Range(0, 4).Select(i => answers.TryNumber(i, out var number) ? number : (decimal?)null));
        Assert.Equal(["2", "2.5", "70000", "2"], answers.All().Select(a => a.Answer.AsText()));
    }

    [Fact]
    public void Reading_codes_by_place_does_not_allocate()
    {
        var answers = Answers.Of(Enumerable.Range(0, 25).Select(i => ($"i{i}", Answer.Of(i % 3))));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sum = 0;
        for (var i = 0; i < answers.Count; i++)
        {
            if (answers.TryCode(i, out var code) && answers.MissingAt(i) is null) sum += code;
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(24, sum);
    }
}
