using System.Collections.Immutable;

namespace SosLongitudinal.Study.Logic.Rewriting;

internal static partial class Functions
{
    public static ImmutableArray<KeyValuePair<string, FunctionRule>> OfConditions { get; } =
    [
        Rule("true", 0, (_, _, _) => Conditions("true()") with { Written = null }),
        Rule("false", 0, (_, _, _) => Conditions("false()")),
        Rule("not", 1, (_, _, a) => Conditions($"not({a[0].Boolean()})")),
        Rule("boolean", 1, (_, _, a) => Conditions(a[0].Boolean())),
        Rule("boolean-from-string", 1, (_, _, a) => Conditions($"s:is-true({a[0].Text()})")),
        Rule("if", 3, (_, _, a) => Either(a[1].Type.Or(a[2].Type), type => $"s:if({a[0].Boolean()}, {a[1].As(type)}, {a[2].As(type)})")),
        Rule("coalesce", 2, (_, _, a) => Either(a[0].Type.Or(a[1].Type), type => $"s:if({a[0].Text()} != '', {a[0].As(type)}, {a[1].As(type)})")),
        Rule("once", 1, (form, call, a) => form.Of(Dot(call)) is var kept && kept.Type is LogicType.Empty ? kept : Either(kept.Type == LogicType.Text ? a[0].Type : kept.Type.Or(a[0].Type), type => $"s:if({kept.Text()} != '', {kept.As(type)}, {a[0].As(type)})")),
        Rule("checklist", 3, int.MaxValue, (_, _, a) => Conditions($"s:checklist({a[0].Number()}, {a[1].Number()}, {Joined(a.Skip(2), t => t.Boolean())})")),
        Rule("weighted-checklist", 4, int.MaxValue, Weighted),
    ];

    /// <summary><c>weighted-checklist(least, most, condition, weight, condition, weight, ...)</c>.</summary>
    private static Term Weighted(Rewriter form, Reading.Syntax.Call call, ImmutableArray<Term> a) => a.Length % 2 == 0
        ? Conditions($"s:weighted-checklist({a[0].Number()}, {a[1].Number()}, {string.Join(", ", a.Skip(2).Select((t, i) => i % 2 == 0 ? t.Boolean() : t.Number()))})")
        : form.Fault(call.Column, "weighted-checklist() takes the least and the most, and then pairs of a condition and its weight.");

    /// <summary>One of two values in the form that both can take.</summary>
    private static Term Either(LogicType type, Func<LogicType, string> write) =>
        type == LogicType.Boolean ? Conditions($"boolean({write(type)})") : new(type is LogicType.Empty or LogicType.Choices ? LogicType.Text : type, write(type));
}
