using System.Collections.Immutable;
using SosLongitudinal.Study.Logic.Reading;

namespace SosLongitudinal.Study.Logic.Rewriting;

internal static partial class Functions
{
    public static ImmutableArray<KeyValuePair<string, FunctionRule>> OfChoices { get; } =
    [
        Rule("selected", 2, (form, call, a) => Selected(form, call, a)),
        Rule("selected-at", 2, (_, _, a) => Texts($"s:selected-at({a[0].Text()}, {a[1].Number()})")),
        Rule("count-selected", 1, (_, _, a) => Numbers($"s:count-selected({a[0].Text()})")),
        Rule("jr:choice-name", 2, (form, call, _) => ChoiceName(form, call)),
    ];

    private static Term Selected(Rewriter form, Syntax.Call call, ImmutableArray<Term> a)
    {
        if (a[0].List is { } list && a[1].Written is { } written && form.Names.Definition.ChoiceLists.TryGetValue(list, out var choices) && choices.All(c => c.Text() != written))
            form.Fault(call.Column, $"'{written}' is not one of the choices ({string.Join(", ", choices.Take(8).Select(c => c.Text()))}{(choices.Length > 8 ? ", ..." : "")}), so it is never selected.", blocks: false);
        return Conditions($"s:selected({a[0].Text()}, {a[1].Text()})");
    }

    /// <summary>The label of a choice: <c>jr:choice-name(${item}, '${item}')</c>. The second says whose list, and is written as a text.</summary>
    private static Term ChoiceName(Rewriter form, Syntax.Call call)
    {
        var value = form.Of(call.Arguments[0]);
        var column = call.Arguments[1].Column;
        var named = call.Arguments[1] switch { Syntax.Literal literal => literal.Text.Trim(), Syntax.Reference reference => $"${{{reference.Name}}}", _ => "" };
        var name = named.StartsWith("${", StringComparison.Ordinal) && named.EndsWith('}') ? named[2..^1].Trim() : named[(named.LastIndexOf('/') + 1)..];
        var term = form.Names.One(name, form.Place.Repeat, form.Place.Instance) is { } one ? form.Names.Definition.Items[one] : form.Names.Every(name) is [var first, ..] ? form.Names.Definition.Items[first] : null;
        return term?.Choices is { } list ? Texts($"s:choice-name({Rewriter.Quoted(list)}, {value.Text()})") : form.Fault(column, $"'{named}' is not an item with choices. Write jr:choice-name(${{item}}, '${{item}}').");
    }
}
