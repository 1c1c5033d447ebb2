using System.Collections.Immutable;
using SosLongitudinal.Study.Logic.Running;

namespace SosLongitudinal.Study.Logic.Rewriting;

internal static partial class Functions
{
    public static ImmutableArray<KeyValuePair<string, FunctionRule>> OfTexts { get; } =
    [
        Rule("string", 1, (_, _, a) => Texts(a[0].Text())),
        Rule("concat", 1, int.MaxValue, (_, _, a) => Texts($"s:concat({Joined(a, t => t.Text())})")),
        Rule("join", 2, int.MaxValue, (_, _, a) => Texts($"s:join({a[0].Text()}, {Joined(a.Skip(1), t => t.Text())})")),
        Rule("contains", 2, (_, _, a) => Conditions($"contains({a[0].Text()}, {a[1].Text()})")),
        Rule("starts-with", 2, (_, _, a) => Conditions($"starts-with({a[0].Text()}, {a[1].Text()})")),
        Rule("ends-with", 2, (_, _, a) => Conditions($"s:ends-with({a[0].Text()}, {a[1].Text()})")),
        Rule("string-length", 0, 1, (form, call, a) => Numbers($"string-length({(a is [var text] ? text : form.Of(Dot(call))).Text()})")),
        Rule("normalize-space", 0, 1, (form, call, a) => Texts($"normalize-space({(a is [var text] ? text : form.Of(Dot(call))).Text()})")),
        Rule("translate", 3, (_, _, a) => Texts($"translate({a[0].Text()}, {a[1].Text()}, {a[2].Text()})")),
        Rule("upper-case", 1, (_, _, a) => Texts($"s:upper-case({a[0].Text()})")),
        Rule("lower-case", 1, (_, _, a) => Texts($"s:lower-case({a[0].Text()})")),
        Rule("substring-before", 2, (_, _, a) => Texts($"substring-before({a[0].Text()}, {a[1].Text()})")),
        Rule("substring-after", 2, (_, _, a) => Texts($"substring-after({a[0].Text()}, {a[1].Text()})")),
        Rule("substring", 2, 3, (_, _, a) => Texts(a is [_, _, var length] ? $"substring({a[0].Text()}, {a[1].Number()}, {length.Number()})" : $"substring({a[0].Text()}, {a[1].Number()})")),
        Rule("substr", 2, 3, (_, _, a) => Texts(a is [_, _, var end] ? $"s:substr({a[0].Text()}, {a[1].Number()}, {end.Number()})" : $"s:substr({a[0].Text()}, {a[1].Number()})")),
        Rule("regex", 2, (form, call, a) =>
        {
            if (a[1].Written is { } pattern && Patterns.Fault(pattern) is { } fault) return form.Fault(call.Arguments[1].Column, $"This pattern cannot be used: {fault} Correct it.");
            return Conditions($"s:regex({a[0].Text()}, {a[1].Text()})");
        }),
    ];

    private static Reading.Syntax.Path Dot(Reading.Syntax call) => new(IsAbsolute: false, null, [new(".", [], call.Column)], call.Column);
}
