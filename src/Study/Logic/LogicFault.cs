using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Logic;

/// <summary>Which expression of an item or section it is.</summary>
public enum LogicPart { Relevant = 0, Constraint = 1, Calculation = 2, ChoiceFilter = 3, Default = 4, RepeatCount = 5, Required = 6, ReadOnly = 7 }

/// <summary>A fault of one expression, with the item or section that it belongs to.</summary>
public sealed record LogicFault(string Where, LogicPart Part, ExpressionFault Fault)
{
    public bool Blocks => Fault.Blocks;

    public string Sentence => $"{Words(Part)} of {Where}, column {Fault.Column}: {Fault.Sentence}";

    public Clash ToClash() => new(Where, Sentence, Blocks);

    private static string Words(LogicPart part) => part switch
    {
        LogicPart.Relevant => "The condition",
        LogicPart.Constraint => "The constraint",
        LogicPart.Calculation => "The calculation",
        LogicPart.ChoiceFilter => "The choice filter",
        LogicPart.Default => "The default",
        LogicPart.RepeatCount => "The repeat count",
        LogicPart.Required => "The condition for requiring",
        LogicPart.ReadOnly => "The condition for read only",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "This is not a part of an item."),
    };
}
