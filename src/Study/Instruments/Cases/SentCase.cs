using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments.Cases;

/// <summary>One test case as it is sent: typed answers, or texts as keyed. Where nothing is expected of it, what comes of it now is what is expected from now on.</summary>
public sealed record SentCase(string? Name = null, Answers? Answers = null)
{
    private static readonly JsonSerializerOptions Json = new(FactJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>Text by item name, as on the preview page; in place of answers.</summary>
    public ImmutableDictionary<string, string?> Keyed { get; init; } = ImmutableDictionary<string, string?>.Empty;

    public ImmutableSortedDictionary<string, bool> Applies { get; init; } = ImmutableSortedDictionary<string, bool>.Empty;

    public ImmutableSortedDictionary<string, string> Scores { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableSortedDictionary<string, string> Holds { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public ImmutableArray<string> Refuses { get; init; } = [];

    /// <summary>The day on which the form is filled in; the study's today without.</summary>
    public DateOnly? On { get; init; }

    public static Decision<SentCase> Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<SentCase>(text, Json) is { } sent ? sent : InstrumentRefusals.BadCase("case", "Send one test case: a name, and answers.");
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return InstrumentRefusals.BadCase("case", $"This is not a test case: {fault.Message}");
        }
    }

    public Decision<TestCase> For(InstrumentDefinition definition, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(Name)) return InstrumentRefusals.BadCase("name", "Give the test case a name, such as: no goals.");
        if (Keyed.Keys.FirstOrDefault(i => definition.ItemOf(i) is null) is { } nowhere) return InstrumentRefusals.BadCase(nowhere, $"{nowhere} is not an item of {definition}.");
        foreach (var (item, text) in Keyed)
            if (AnswerReading.Of(definition.ItemOf(item)!, text) is null) return InstrumentRefusals.BadCase(item, $"'{text}' is no answer to {item}.");
        var answers = Answers ?? Study.Instruments.Answers.Of(TriedCase.Given(definition, Keyed));
        var test = new TestCase(Name.Trim(), answers) { Applies = Applies, Scores = Scores, Holds = Holds, Refuses = Refuses.IsDefault ? [] : Refuses, On = On };
        return Applies.IsEmpty && Scores.IsEmpty && Holds.IsEmpty && test.Refuses.IsEmpty
            ? AnswerRules.Check(definition, answers, FormMoment.On(On ?? today)).Select(held => TriedCase.Expecting(definition, held.Answers, test with { On = On ?? today }))
            : test;
    }
}
