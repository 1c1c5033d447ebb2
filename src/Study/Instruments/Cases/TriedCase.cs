using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Cases;

/// <summary>A form that was tried out, as a test case: what came of it now must come of it later.</summary>
public static class TriedCase
{
    /// <param name="keyed">Text by item name, as it was typed.</param>
    public static Decision<TestCase> Of(InstrumentDefinition definition, string name, IReadOnlyDictionary<string, string?> keyed, DateOnly on)
    {
        if (string.IsNullOrWhiteSpace(name)) return CaseRefusals.NoName;
        return AnswerRules.Check(definition, keyed, FormMoment.On(on)).Select(held => Expecting(definition, held.Answers, new TestCase(name.Trim(), Answers.Of(Given(definition, keyed))) { On = on }));
    }

    /// <summary>What came of the answers is what must come of them; a form without conditions, scores and computed items is to hold what was typed.</summary>
    internal static TestCase Expecting(InstrumentDefinition definition, Answers held, TestCase test)
    {
        var tried = test with
        {
            Applies = Routed(definition, held),
            Scores = Scoring.Score(definition, held).Scales.ToImmutableSortedDictionary(s => s.Name, s => CaseRun.Text(s)),
            Holds = definition.Items.Where(i => i.Type == ItemType.Computed).ToImmutableSortedDictionary(i => i.Name, i => held[i.Name].AsText()),
        };
        return tried.Applies.Count + tried.Scores.Count + tried.Holds.Count > 0 ? tried : test with { Holds = test.Answers.All().ToImmutableSortedDictionary(a => a.Name, a => held[a.Name].AsText()) };
    }

    internal static IEnumerable<(string, Answer)> Given(InstrumentDefinition definition, IReadOnlyDictionary<string, string?> keyed) =>
        from item in definition.Items
        where item.Type.IsKeyed() && keyed.ContainsKey(item.Name)
        select (item.Name, AnswerReading.Of(item, keyed[item.Name])!);

    /// <summary>What is asked under a condition, and whether it is asked here; of further times of a repeating section only those that are.</summary>
    private static ImmutableSortedDictionary<string, bool> Routed(InstrumentDefinition definition, Answers answers)
    {
        var routed = ImmutableSortedDictionary.CreateBuilder<string, bool>();
        foreach (var section in definition.Laid)
        {
            foreach (var item in section.Items.Where(i => i.Type.IsKeyed()))
            {
                var applies = answers[item.Name] is not Answer.Missing { Reason: MissingReason.NotApplicable };
                if (!applies && item.Instance > 1) continue;
                if (!applies || item.Relevant is not null || item.Relevance is not null || section.Relevant is not null) routed[item.Name] = applies;
            }
        }
        return routed.ToImmutable();
    }
}

internal static class CaseRefusals
{
    public static readonly Refusal NoName = new Refusal("case.name", "Enter a name for the test case, such as: no goals.").At("CaseName");
}
