using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Logic;

namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>Whether what was typed for an item or section can be worked out, said at the field where it was typed.</summary>
internal static class DraftedExpressions
{
    public static Decision<InstrumentDefinition> Checked(InstrumentDefinition draft, string name)
    {
        var faults = FormLogic.Of(draft).Faults.Where(f => f.Blocks && f.Where == name).DistinctBy(f => f.Part).ToList();
        return faults.Count == 0 ? draft : DraftRefusals.Expressions([.. faults.Select(f => new FieldFault($"{(f.Part == LogicPart.Required ? "RequiredWhen" : f.Part)}", Words(f.Fault)))]);
    }

    private static string Words(ExpressionFault fault) => fault.Column > 1 ? $"Character {fault.Column}: {fault.Sentence}" : fault.Sentence;
}
