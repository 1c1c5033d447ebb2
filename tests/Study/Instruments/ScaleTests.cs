using CsCheck;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Instruments;

/// <summary>Means, decimals, recodes by item and what the validator says of them.</summary>
public sealed class ScaleTests
{
    private static readonly string[] Names = ["a", "b", "c", "d"];

    private static InstrumentDefinition With(params Scale[] scales) => new()
    {
        Id = InstrumentId.Parse("scaled"), Version = 1, Title = "Scaled", Subject = InstrumentSubject.Worker, Respondents = [RespondentRole.Worker],
        Consent = SosLongitudinal.Study.Consent.ConsentScope.Interview, Track = SosLongitudinal.Study.Design.Track.Interview, Licence = "none",
        ChoiceLists = System.Collections.Immutable.ImmutableDictionary<string, System.Collections.Immutable.ImmutableArray<Choice>>.Empty.Add("list", [new(0), new(1), new(2), new(3), new(4)]),
        Sections = [new("All", [.. Names.Select((n, i) => new Item { Name = n, Number = i + 1, Choices = "list" })])],
        Scales = [.. scales],
    };

    private static readonly Scale Mean = new() { Name = "mean", Method = ScaleMethod.Mean, Rounding = RoundingRule.None, Items = [.. Names], Least = 2, Max = 4 };

    private static ScaleScore Score(InstrumentDefinition definition, string scale, params int?[] answers) => Scoring.Score(
        definition, AnswerRules.Check(definition, Names.Zip(answers).Where(a => a.Second is not null).ToDictionary(a => a.First, a => Answer.Of(a.Second!.Value))).Accepted().Answers)[scale]!;

    private static IEnumerable<string> Clashes(params Scale[] scales) => DefinitionCheck.Clashes(With(scales)).Select(c => c.Sentence);

    [Theory]
    [InlineData("2.5", 1, 2, 3, 4)]
    [InlineData("2.33", 1, 2, 4, null)]
    [InlineData("2.67", 1, 3, 4, null)]
    [InlineData("0.5", 0, 1, null, null)]
    public void A_mean_is_kept_with_two_decimals_over_what_was_answered(string mean, int a, int b, int? c, int? d) =>
        Assert.Equal(mean, Score(With(Mean), "mean", a, b, c, d).Number!.Value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Too_few_answers_give_no_mean() => Assert.Equal(MissingReason.TooFewItems, Score(With(Mean), "mean", 4, null, null, null).Missing);

    [Fact]
    public void A_mean_lies_between_the_least_and_the_greatest_answer_and_a_rounded_one_is_the_half_rounded_up() =>
        Gen.Int[0, 4].Array[4].Sample(answers =>
        {
            var definition = With(Mean, Mean with { Name = "whole", Rounding = RoundingRule.HalfUp });
            var (exact, whole) = (Score(definition, "mean", [.. answers.Cast<int?>()]).Number!.Value, Score(definition, "whole", [.. answers.Cast<int?>()]).Number!.Value);
            return exact == (decimal)answers.Sum() / 4 && exact >= answers.Min() && exact <= answers.Max() && whole == Math.Floor(exact + 0.5m);
        });

    [Fact]
    public void One_item_can_count_otherwise_than_the_others()
    {
        var scale = new Scale { Name = "sum", Items = [.. Names], Recodes = System.Collections.Immutable.ImmutableDictionary<string, System.Collections.Immutable.ImmutableArray<int>>.Empty.Add("a", [0, 0, 10, 10, 10]), Max = 22 };
        Assert.Equal(10 + 1 + 1 + 1, Score(With(scale), "sum", 2, 1, 1, 1).Value);
        Assert.Empty(Clashes(scale));
    }

    [Fact]
    public void Means_add_up_with_their_decimals()
    {
        var definition = With(Mean, Mean with { Name = "other" }, new Scale { Name = "total", SumOf = ["mean", "other"], Rounding = RoundingRule.None, Max = 8 }, new Scale { Name = "rounded", SumOf = ["mean", "other"], Max = 8 });
        Assert.Equal(4.5m, Score(definition, "total", 2, 2, 2, 3).Number);
        Assert.Equal(5m, Score(definition, "rounded", 2, 2, 2, 3).Number);
    }

    [Fact]
    public void The_validator_names_what_does_not_fit()
    {
        Assert.Contains("The scale mean declares a maximum of 5; its 4 items give 4.", Clashes(Mean with { Max = 5 }));
        Assert.Contains("The scale mean is a mean, which is not scaled up to a number of items as well.", Clashes(Mean with { ProrateTo = 4 }));
        Assert.Contains(Clashes(Mean with { Recode = [0, 1] }), c => c.Contains("not what 2 counts", StringComparison.Ordinal));
        Assert.Contains(Clashes(Mean with { Recodes = Mean.Recodes.Add("z", [1]) }), c => c.Contains("z is recoded", StringComparison.Ordinal));
        Assert.Contains(Clashes(Mean with { Gate = new("a", [9], 0) }), c => c.Contains("whether a is 9", StringComparison.Ordinal));
        Assert.Contains(Clashes(new Scale { Name = "wide", Items = [.. Names], Recode = [0, 1, 2, 3, 100], Rounding = RoundingRule.None, Max = 400 }), c => c.Contains("more than a score can hold (327)", StringComparison.Ordinal));
    }

    [Fact]
    public void Printed_maxima_that_do_not_add_up_are_for_the_readers_attention()
    {
        var clashes = DefinitionCheck.Clashes(InstrumentShelf.Library["yatchmenoff-ces"]);
        Assert.Contains(clashes, c => !c.Blocks && c.Sentence == "The maxima that the literature prints for the parts of ces add to 83, not to 95.");
        Assert.DoesNotContain(clashes, c => c.Blocks);
    }

    [Fact]
    public void Every_definition_of_the_library_fits_in_itself() =>
        Assert.Empty(InstrumentShelf.Library.Newest.SelectMany(d => DefinitionCheck.Clashes(d).Where(c => c.Blocks).Select(c => $"{d.Id}: {c.Sentence}")));
}
