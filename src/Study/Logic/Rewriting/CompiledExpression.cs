using System.Collections.Immutable;
using System.Xml.XPath;
using SosLongitudinal.Study.Logic.Reading;

namespace SosLongitudinal.Study.Logic.Rewriting;

/// <summary>What an expression has to give.</summary>
internal enum Wanted { Condition, Number, Value }

/// <summary>An expression ready for the engine, what it gives, and what has to be known before it.</summary>
/// <param name="Engine">Cloned for each use: the engine binds it to one run.</param>
internal sealed record CompiledExpression(XPathExpression Engine, LogicType Type, ImmutableArray<int> Items, ImmutableArray<int> Counts)
{
    /// <summary><c>null</c> with at least one fault that blocks where it cannot be used.</summary>
    public static CompiledExpression? Of(string text, FormNames names, Place place, Wanted wanted, List<ExpressionFault> faults)
    {
        var (syntax, unreadable) = ExpressionParser.Read(text);
        if (syntax is null)
        {
            faults.Add(unreadable!);
            return null;
        }
        var form = new Rewriter(names, place);
        var term = form.Of(syntax);
        if (term.Type == LogicType.Nodes) form.Fault(1, $"{term.Written ?? "This"} has a value for each time of a repeating section. Use sum(), count(), min(), max(), join() or indexed-repeat().");
        faults.AddRange(form.Faults);
        if (form.Faults.Exists(f => f.Blocks)) return null;
        var type = wanted switch { Wanted.Condition => LogicType.Boolean, Wanted.Number => LogicType.Number, _ => term.Type is LogicType.Choices or LogicType.Empty ? LogicType.Text : term.Type };
        try
        {
            return new(XPathExpression.Compile(term.As(type)), type, [.. form.Items], [.. form.Counts]);
        }
        catch (XPathException) // the engine has limits of its own on how deep a query may be
        {
            faults.Add(new(1, "This expression is too deep to be worked out. Cut it into computed items."));
            return null;
        }
    }
}
