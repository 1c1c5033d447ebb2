using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Cases;

/// <summary>How a test case came out: what did not hold, in sentences.</summary>
public sealed record CaseResult(string Name, ImmutableArray<string> Faults)
{
    public bool Holds => Faults.IsEmpty;
}

/// <summary>Runs test cases as forms are taken in: the same checks, the same routing, the same scores.</summary>
public static class CaseRun
{
    public static ImmutableArray<CaseResult> Of(InstrumentDefinition definition, IEnumerable<TestCase> cases) => [.. cases.Select(c => new CaseResult(c.Name, [.. Faults(definition, c)]))];

    private static IEnumerable<string> Faults(InstrumentDefinition definition, TestCase test)
    {
        if (Unknown(definition, test) is { } unknown) return [unknown];
        return AnswerRules.Check(definition, test.Answers, test.On is { } on ? FormMoment.On(on) : null) switch
        {
            Decision<CheckedAnswers>.Accepted { Value.Answers: var taken } => [.. test.Refuses.Select(i => $"{i} was to be refused and was taken."), .. Held(definition, test, taken)],
            Decision<CheckedAnswers>.Refused { Why: var why } => Refused(test, why),
            _ => [],
        };
    }

    private static string? Unknown(InstrumentDefinition definition, TestCase test) =>
        test.Applies.Keys.Concat(test.Holds.Keys).Concat(test.Refuses).FirstOrDefault(i => definition.ItemOf(i) is null) is { } item ? $"{item} is not an item."
        : test.Scores.Keys.FirstOrDefault(s => definition.Scales.All(d => d.Name != s)) is { } scale ? $"{scale} is not a scale." : null;

    private static IEnumerable<string> Refused(TestCase test, Refusal why) =>
        test.Refuses.IsEmpty ? why.Faults.Select(f => f.Sentence).DefaultIfEmpty(why.Sentence)
        : [.. test.Refuses.Where(i => why.Faults.All(f => f.Field != i)).Select(i => $"{i} was to be refused and was not."), .. why.Faults.Where(f => !test.Refuses.Contains(f.Field)).Select(f => f.Sentence)];

    private static IEnumerable<string> Held(InstrumentDefinition definition, TestCase test, Answers taken)
    {
        foreach (var (item, applies) in test.Applies)
            if (applies == taken[item] is Answer.Missing { Reason: MissingReason.NotApplicable }) yield return applies ? $"{item} was to apply and does not." : $"{item} was not to apply and does.";
        foreach (var (item, text) in test.Holds)
            if (taken[item].AsText() is var holds && holds != text) yield return $"{item} was to hold '{text}' and holds '{holds}'.";
        var scores = Scoring.Score(definition, taken);
        foreach (var (scale, text) in test.Scores)
            if (Text(scores[scale]) is var score && score != text) yield return $"{scale} was to be {text} and is {score}.";
    }

    internal static string Text(ScaleScore? score) => score?.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? (score?.Missing ?? MissingReason.NotInVersion).Name();
}
