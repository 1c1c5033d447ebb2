using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Logic.Reading;

namespace SosLongitudinal.Study.Logic.Rewriting;

internal static partial class Functions
{
    public static ImmutableArray<KeyValuePair<string, FunctionRule>> OfNodes { get; } =
    [
        Rule("sum", 1, (form, call, a) => Numbers(Valued(form, call, a) ? $"s:sum({Joined(a, t => t.Number())})" : "0")),
        Rule("min", 1, int.MaxValue, (form, call, a) => Extreme(form, call, a, "min")),
        Rule("max", 1, int.MaxValue, (form, call, a) => Extreme(form, call, a, "max")),
        Rule("count", 1, (_, _, a) => Numbers(a[0].HowMany ?? Math.Max(1, a[0].Each.Length).ToString(CultureInfo.InvariantCulture))),
        Rule("count-non-empty", 1, (form, call, a) => Numbers(Valued(form, call, a) ? $"s:count-non-empty({Joined(a, t => t.Text())})" : "0")),
        Rule("position", 0, 1, (form, call, _) => Position(form, call)),
        Rule("indexed-repeat", 3, 7, IndexedRepeat),
        Rule("instance", 1, (form, call, _) => form.Fault(call.Column, "Write what is asked of the list: instance('list')/root/item[...]/column.")),
        Rule("current", 0, (form, call, _) => form.Fault(call.Column, "Write which item is meant: current()/../name, or ${name}.")),
    ];

    private static bool Valued(Rewriter form, Syntax.Call call, ImmutableArray<Term> arguments)
    {
        if (arguments.All(a => a.Type != LogicType.Nodes || a.Each.Length > 0)) return true;
        form.Fault(call.Column, $"{call.Name}() takes an item, not a section.");
        return false;
    }

    private static Term Extreme(Rewriter form, Syntax.Call call, ImmutableArray<Term> arguments, string name)
    {
        if (!Valued(form, call, arguments)) return Term.Empty;
        var type = arguments.SelectMany(a => Flat(a)).Select(t => t.Type.IsNumeric() ? t.Type : LogicType.Number).Aggregate((one, other) => one.Or(other));
        return new(type, $"s:{name}({Joined(arguments, t => t.Number())})");
    }

    /// <summary><c>position(..)</c>: which time of the repeating section this is, from 1.</summary>
    private static Term Position(Rewriter form, Syntax.Call call) => call.Arguments is [Syntax.Path { IsAbsolute: false, Steps: var steps }] && steps.All(s => s.Name is ".." or ".")
        ? Numbers(Math.Max(1, form.Place.Instance).ToString(CultureInfo.InvariantCulture))
        : form.Fault(call.Column, "Write position(..) for which time of a repeating section this is.");

    /// <summary><c>indexed-repeat(${item}, ${section}, which)</c>, which from 1.</summary>
    private static Term IndexedRepeat(Rewriter form, Syntax.Call call, ImmutableArray<Term> _)
    {
        if (call.Arguments.Length != 3) return form.Fault(call.Column, "indexed-repeat() takes the item, its section and which time. Sections that repeat within others are one here.");
        var name = call.Arguments[0] switch { Syntax.Reference reference => reference.Name, Syntax.Path path => path.Steps[^1].Name, _ => "" };
        if (form.Names.Every(name) is not { } every) return form.Fault(call.Arguments[0].Column, $"'{name}' is not an item of a repeating section. Name it as ${{name}}.");
        var which = form.Of(call.Arguments[2]);
        var each = every.Select(form.Item).ToList();
        var type = each[0].Type;
        return Either(type, t => $"s:nth({which.Number()}, {string.Join(", ", each.Select(e => e.As(t)))})") with { List = each[0].List };
    }
}
