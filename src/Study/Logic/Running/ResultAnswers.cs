using System.Globalization;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic.Rewriting;

namespace SosLongitudinal.Study.Logic.Running;

/// <summary>What an expression gave, as the item holds it; "not stated" where it gave nothing, or nothing that the item takes.</summary>
internal static class ResultAnswers
{
    private static readonly Answer None = Answer.Of(MissingReason.NotStated);

    public static Answer Of(InstrumentDefinition definition, Item item, CompiledExpression expression, FormRun run)
    {
        var result = run.Evaluate(expression);
        if (item.Type == ItemType.Computed && result is double number && expression.Type == LogicType.Number) return double.IsFinite(number) && Math.Abs(number) < 1e15 ? Answer.Of((decimal)number) : None;
        return Of(definition, item, Text(expression.Type, result));
    }

    /// <summary>A default: what its expression gives, or as it is written.</summary>
    public static Answer Default(InstrumentDefinition definition, Item item, CompiledExpression? expression, FormRun? run)
    {
        if (expression is not null) return Of(definition, item, expression, run!);
        return FormPlanner.IsExpression(item.Default!) ? None : Of(definition, item, item.Default!);
    }

    private static string Text(LogicType type, object result) => result switch
    {
        bool condition => condition ? "true" : "false",
        double number => type switch
        {
            LogicType.Date => DayNumbers.DateText(number),
            LogicType.DateTime => DayNumbers.InstantText(number),
            LogicType.Time => DayNumbers.TimeText(number),
            _ => EngineFunctions.NumberText(number),
        },
        _ => (string)result,
    };

    private static Answer Of(InstrumentDefinition definition, Item item, string text)
    {
        if (text.Length == 0) return None;
        if (item.Type == ItemType.Computed) return Answer.Of(text.Length > item.MaxLength ? text[..item.MaxLength] : text);
        var keyed = item.Type.TakesChoices() ? Codes(definition, item, text) : text;
        return AnswerReading.Of(item, keyed) is { } answer && AllowedAnswers.Allows(definition, item, answer) ? answer : None;
    }

    private static string Codes(InstrumentDefinition definition, Item item, string names) => string.Join(' ', names.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(name => definition.ChoicesOf(item).FirstOrDefault(c => c.Text() == name)?.Code.ToString(CultureInfo.InvariantCulture) ?? name));
}
