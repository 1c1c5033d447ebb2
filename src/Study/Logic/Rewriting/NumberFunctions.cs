using System.Collections.Immutable;

namespace SosLongitudinal.Study.Logic.Rewriting;

internal static partial class Functions
{
    public static ImmutableArray<KeyValuePair<string, FunctionRule>> OfNumbers { get; } =
    [
        Rule("number", 1, (_, _, a) => Numbers(a[0].Number())),
        Rule("int", 1, (_, _, a) => Numbers($"s:int({a[0].Number()})")),
        Rule("round", 1, 2, (_, _, a) => Numbers(a is [_, var places] ? $"s:round({a[0].Number()}, {places.Number()})" : $"round({a[0].Number()})")),
        Rule("floor", 1, (_, _, a) => Numbers($"floor({a[0].Number()})")),
        Rule("ceiling", 1, (_, _, a) => Numbers($"ceiling({a[0].Number()})")),
        Rule("pow", 2, (_, _, a) => Numbers($"s:pow({a[0].Number()}, {a[1].Number()})")),
        Rule("atan2", 2, (_, _, a) => Numbers($"s:atan2({a[0].Number()}, {a[1].Number()})")),
        Rule("pi", 0, (_, _, _) => Numbers("s:pi()")),
        .. new[] { "abs", "sqrt", "exp", "exp10", "log", "log10", "sin", "cos", "tan", "asin", "acos", "atan" }.Select(name => Rule(name, 1, (_, _, a) => Numbers($"s:{name}({a[0].Number()})"))),
    ];
}
