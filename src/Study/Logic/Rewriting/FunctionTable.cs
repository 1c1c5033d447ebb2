using System.Collections.Frozen;
using System.Collections.Immutable;
using SosLongitudinal.Study.Logic.Reading;

namespace SosLongitudinal.Study.Logic.Rewriting;

/// <summary>How a call of a function is written for the engine; its arguments are rewritten already.</summary>
internal delegate Term Writing(Rewriter form, Syntax.Call call, ImmutableArray<Term> arguments);

/// <summary>A function of the dialect and how many arguments it takes.</summary>
internal sealed record FunctionRule(int Least, int Most, Writing Write);

/// <summary>The functions of the dialect: those taken, and those refused with what to do instead.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, FunctionRule> Taken =
        Enumerable.Concat(Functions.OfTexts, Functions.OfNumbers).Concat(Functions.OfChoices).Concat(Functions.OfNodes).Concat(Functions.OfDates).Concat(Functions.OfConditions).ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Refused = new Dictionary<string, string>
    {
        ["random"] = "gives another value each time. Draw it before the form and enter it as an item",
        ["uuid"] = "gives another value each time. Use the form's place as its key",
        ["randomize"] = "gives another order each time. List the choices in one order",
        ["pulldata"] = "reads an outside file. Bring the list in as choices and use instance('list')/root/item[name = ${item}]/column",
        ["digest"] = "is not taken. Enter the value as an item",
        ["area"] = "works on places on a map, which forms here do not hold",
        ["distance"] = "works on places on a map, which forms here do not hold",
        ["geofence"] = "works on places on a map, which forms here do not hold",
        ["jr:itext"] = "is not taken. Use jr:choice-name(${item}, '${item}') for a choice's label",
        ["property"] = "asks for the device, which the study does not record",
        ["version"] = "is not taken. Every form keeps its version by itself",
        ["last"] = "is not taken. Use count(${section})",
        ["id"] = "is not taken. Name the item as ${name}",
        ["base64-decode"] = "is not taken. Enter the value as an item",
        ["count-if"] = "belongs to another program. Compute 1 or 0 in each time of the section and take its sum()",
        ["sum-if"] = "belongs to another program. Compute what is to be added in each time of the section and take its sum()",
        ["search"] = "takes choices from another file. Bring the list in as choices and use a choice filter",
    }.ToFrozenDictionary();

    public static Term Write(Rewriter form, Syntax.Call call)
    {
        if (Refused.TryGetValue(call.Name, out var why)) return form.Fault(call.Column, $"{call.Name}() {why}.");
        if (!Taken.TryGetValue(call.Name, out var rule)) return form.Fault(call.Column, $"{call.Name}() is not a function of forms. {Nearest(call.Name)}");
        if (call.Arguments.Length < rule.Least || call.Arguments.Length > rule.Most) return form.Fault(call.Column, $"{call.Name}() takes {Takes(rule)}, not {call.Arguments.Length}.");
        if (Functions.ReadsItsOwn.Contains(call.Name)) return rule.Write(form, call, []);
        ImmutableArray<Term> arguments = [.. call.Arguments.Select(form.Of)];
        if (!Functions.TakesNodes.Contains(call.Name))
            foreach (var argument in arguments)
                if (argument.Type == LogicType.Nodes) return form.Fault(call.Column, $"{argument.Written ?? "This"} has a value for each time of a repeating section, and {call.Name}() takes one. Use indexed-repeat(), or sum(), count(), min(), max(), join().");
        return rule.Write(form, call, arguments);
    }

    private static string Takes(FunctionRule rule) => (rule.Least, rule.Most) switch
    {
        (0, 0) => "nothing between its brackets",
        (1, 1) => "one value",
        var (least, most) when least == most => $"{least} values",
        (var least, int.MaxValue) => $"{least} or more values",
        var (least, most) => $"{least} to {most} values",
    };

    private static string Nearest(string name) => Taken.Keys.FirstOrDefault(k => string.Equals(k.Replace("-", "", StringComparison.Ordinal), name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) is { } near
        ? $"Did you mean {near}()?"
        : "Correct the name, or enter the value as an item.";
}
