using System.Collections.Immutable;
using SosLongitudinal.Study.Logic.Reading;
using SosLongitudinal.Study.Logic.Running;

namespace SosLongitudinal.Study.Logic.Rewriting;

internal static partial class Functions
{
    public static ImmutableArray<KeyValuePair<string, FunctionRule>> OfDates { get; } =
    [
        Rule("today", 0, (_, _, _) => new(LogicType.Date, "$today")),
        Rule("now", 0, (_, _, _) => new(LogicType.DateTime, "$now")),
        Rule("date", 1, (form, call, a) => Dated(form, call, a[0], LogicType.Date, $"floor({a[0].Number()})")),
        Rule("date-time", 1, (form, call, a) => Dated(form, call, a[0], LogicType.DateTime, a[0].Number())),
        Rule("decimal-date-time", 1, (form, call, a) => Dated(form, call, a[0], LogicType.Number, a[0].Number())),
        Rule("decimal-time", 1, (_, _, a) => Numbers($"s:day-fraction({a[0].Number()})")),
        Rule("time", 1, (_, _, a) => new(LogicType.Time, $"s:day-fraction({a[0].Number()})")),
        Rule("format-date", 2, Formatted),
        Rule("format-date-time", 2, Formatted),
    ];

    private static Term Dated(Rewriter form, Syntax.Call call, Term value, LogicType type, string xpath) => value is { Type: LogicType.Text, Written: { } written } && double.IsNaN(DayNumbers.Read(written))
        ? form.Fault(call.Column, $"'{written}' is not a date. Write it as 2016-03-01.")
        : new(type, xpath);

    private static Term Formatted(Rewriter form, Syntax.Call call, ImmutableArray<Term> a) => a[1].Written is { } pattern && DayFormats.Fault(pattern) is { } fault
        ? form.Fault(call.Arguments[1].Column, fault)
        : Texts($"s:format({a[0].Number()}, {a[1].Text()})");
}
