using System.Globalization;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>REDCap's functions that have a counterpart. Its sums and means pass over what was not answered.</summary>
internal static class LogicFunctions
{
    public static LogicTerm? Of(string name, LogicTerm[] given) => (name, given) switch
    {
        ("if", [var when, var then, var otherwise]) => new($"if({when.Ticked}, {then.Whole}, {otherwise.Whole})"),
        ("not", [var one]) => new($"not({one.Ticked})"),
        ("round", [var one]) => new($"round({one.Whole}, 0)"),
        ("round", [var one, { Literal: not null } places]) => new($"round({one.Whole}, {places.Literal})"),
        ("roundup", [var one, .. var places]) => Stepped("ceiling", one, places),
        ("rounddown", [var one, .. var places]) => Stepped("floor", one, places),
        ("abs" or "sqrt", [var one]) => new($"{name}({one.Whole})"),
        ("exponential" or "exp", [var one]) => new($"exp({one.Whole})"),
        ("log", [var one]) => new($"log({one.Whole})"),
        ("log", [var one, var root]) => new($"log({one.Whole}) div log({root.Whole})") { Built = true },
        ("pow" or "power", [var one, var other]) => new($"pow({one.Whole}, {other.Whole})"),
        ("mod", [var one, var other]) => new($"{one.Operand} mod {other.Operand}") { Built = true },
        ("sum", { Length: > 0 }) => new(Total(given)) { Built = given.Length > 1 },
        ("mean", { Length: > 0 }) => new($"({Total(given)}) div ({string.Join(" + ", given.Select(g => $"if({g.Operand} != '', 1, 0)"))})") { Built = true },
        ("min" or "max", { Length: > 1 }) => new($"{name}({string.Join(", ", given.Select(g => g.Whole))})"),
        ("datediff", [var from, var to, { Literal: { } unit }, .. var rest]) => Between(from, to, unit, rest),
        ("date_of", [var from, var count, { Literal: { } unit }]) => new($"date(decimal-date-time({Day(from)}) + {count.Operand} * {unit})"),
        ("concat", { Length: > 1 }) => new($"concat({string.Join(", ", given.Select(g => g.Whole))})"),
        ("left", [var one, { Literal: { } count }]) when IsWhole(count) => new($"substr({one.Whole}, 0, {count})"),
        ("right", [var one, { Literal: { } count }]) when IsWhole(count) => new($"substr({one.Whole}, -{count})"),
        ("mid", [var one, { Literal: { } start }, { Literal: { } count }]) when IsWhole(start) && IsWhole(count) => new($"substring({one.Whole}, {start}, {count})"),
        ("find", [var part, var one]) => new($"if(contains(lower-case({one.Whole}), lower-case({part.Whole})), string-length(substring-before(lower-case({one.Whole}), lower-case({part.Whole}))) + 1, 0)"),
        ("upper" or "lower", [var one]) => new($"{name}-case({one.Whole})"),
        ("ends_with", [var one, var part]) => new($"ends-with({one.Whole}, {part.Whole})"),
        ("concat_ws", [{ Literal: not null } between, _, ..]) => new($"join({string.Join(", ", given.Select(g => g.Whole))})"),
        ("year" or "month" or "day", [var one]) => new($"number(format-date({Day(one)}, '{name switch { "year" => "%Y", "month" => "%n", _ => "%e" }}'))"),
        ("length", [var one]) => new($"string-length({one.Whole})"),
        ("contains", [var one, var part]) => new($"contains({one.Whole}, {part.Whole})"),
        ("not_contain", [var one, var part]) => new($"not(contains({one.Whole}, {part.Whole}))"),
        ("starts_with", [var one, var part]) => new($"starts-with({one.Whole}, {part.Whole})"),
        ("isblankormissingcode" or "isblank", [var one]) => new($"{one.Operand} = ''") { Built = true },
        ("isnumber", [var one]) => new($"number({one.Whole}) = number({one.Whole})") { Built = true },
        _ => null,
    };

    private static bool IsWhole(string text) => text.Length is > 0 and < 6 && text.All(char.IsAsciiDigit);

    private static string Total(LogicTerm[] given) => string.Join(" + ", given.Select(g => g.Box is not null || g.Literal is not null ? g.Operand : $"if({g.Operand} != '', {g.Whole}, 0)"));

    private static LogicTerm? Stepped(string function, LogicTerm one, LogicTerm[] places)
    {
        if (places.Length == 0 || places is [{ Literal: "0" }]) return new($"{function}({one.Whole})");
        if (places is not [{ Literal: { } text }] || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var digits) || digits > 9) return null;
        var step = Enumerable.Repeat(10L, digits).Aggregate(1L, (a, b) => a * b).ToString(CultureInfo.InvariantCulture);
        return new($"{function}({one.Operand} * {step}) div {step}") { Built = true };
    }

    /// <summary>The time between two days or instants, without sign unless asked for, in REDCap's lengths of a month and a year.</summary>
    private static LogicTerm? Between(LogicTerm from, LogicTerm to, string unit, LogicTerm[] rest)
    {
        var scale = unit switch { "d" => "", "y" => " div 365.2425", "M" => " div 30.436875", "h" => " * 24", "m" => " * 1440", "s" => " * 86400", _ => null };
        if (scale is null) return null;
        var signed = rest.Any(r => r.Text is "true()" or "'true'" || r.Literal is "1");
        var days = $"decimal-date-time({Day(to)}) - decimal-date-time({Day(from)})";
        return new($"{(signed ? $"({days})" : $"abs({days})")}{scale}") { Built = true };
    }

    private static string Day(LogicTerm term) => term.Literal switch { "today" => "today()", "now" => "now()", { } day => $"date('{day}')", null => term.Whole };
}
