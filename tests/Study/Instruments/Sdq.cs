using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Tests.Study.Instruments;

/// <summary>SDQ forms for the tests, keyed by published item number.</summary>
internal static class Sdq
{
    public static InstrumentDefinition Parent { get; } = InstrumentShelf.Library["sdq-p-4-17"];

    /// <summary>Every item 0 and the gate "no", but for the changes; a null is not stated.</summary>
    public static Answers Form(InstrumentDefinition definition, params IEnumerable<(string Item, int? Code)> changes)
    {
        var codes = definition.Items.Take(25).ToDictionary(i => i.Name, _ => (int?)0);
        codes["ebddiff"] = 0;
        foreach (var (item, code) in changes) codes[item] = code;
        return Answers.Of(definition.Shape, [.. definition.Items.Select(i => codes.GetValueOrDefault(i.Name) is { } c ? Answer.Of(c) : Answer.Of(MissingReason.NotStated))]);
    }

    public static ScaleScore Score(InstrumentDefinition definition, string scale, params IEnumerable<(string Item, int? Code)> changes) =>
        Scoring.Score(definition, Form(definition, changes))[scale]!;
}
