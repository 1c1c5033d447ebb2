using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic.Rewriting;

namespace SosLongitudinal.Study.Logic.Running;

/// <summary>Which choices a filter leaves.</summary>
internal static class OfferedChoices
{
    public static ImmutableArray<int> All(FormLogic logic, FormRun run, Item item, CompiledExpression filter)
    {
        var choices = logic.Definition.ChoicesOf(item);
        var offered = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < choices.Length; i++) if (!choices[i].Dropped && run.IsTrue(filter, logic.Lists.Choice(item.Choices!, i))) offered.Add(choices[i].Code);
        return offered.DrainToImmutable();
    }

    /// <summary>The first code of an answer that the filter leaves out.</summary>
    public static int? NotOffered(FormLogic logic, FormRun run, Item item, CompiledExpression filter, Answer answer)
    {
        foreach (var code in CodesOf(item, answer))
        {
            var at = -1;
            var choices = logic.Definition.ChoicesOf(item);
            for (var i = 0; i < choices.Length && at < 0; i++) if (choices[i].Code == code) at = i;
            if (at >= 0 && !run.IsTrue(filter, logic.Lists.Choice(item.Choices!, at))) return code;
        }
        return null;
    }

    private static IEnumerable<int> CodesOf(Item item, Answer answer) => answer switch
    {
        Answer.Code code => [code.Value],
        Answer.Codes codes => codes.Values,
        Answer.Text ranking when item.Type == ItemType.Ranking => TextForms.Ranked(ranking.Value),
        _ => [],
    };
}
