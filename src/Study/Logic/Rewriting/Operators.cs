using System.Globalization;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic.Reading;
using SosLongitudinal.Study.Logic.Running;

namespace SosLongitudinal.Study.Logic.Rewriting;

/// <summary>Operators, with each side in the form in which the two can be compared or reckoned with.</summary>
internal static class Operators
{
    public static Term Write(Rewriter form, Syntax.Binary binary, Term left, Term right)
    {
        if (binary.Operator == "|") return Union(form, binary, left, right);
        foreach (var side in (Term[])[left, right])
            if (side.Type == LogicType.Nodes) return form.Fault(binary.Column, $"{side.Written ?? "This"} has a value for each time of a repeating section. Use sum(), count(), min(), max(), join() or indexed-repeat().");
        return binary.Operator switch
        {
            "or" or "and" => Chained(LogicType.Boolean, binary.Operator, left, left.Boolean(), right.Boolean()),
            "=" or "!=" => Equality(form, binary, left, right),
            "<" or "<=" or ">" or ">=" => new(LogicType.Boolean, $"({Reckoned(form, binary, left, right)} {binary.Operator} {Reckoned(form, binary, right, left)})"),
            _ => Chained(LogicType.Number, binary.Operator, left, Reckoned(form, binary, left, right), Reckoned(form, binary, right, left)),
        };
    }

    /// <summary>A long chain stays flat, as the engine nests brackets only so deep.</summary>
    private static Term Chained(LogicType type, string operation, Term left, string first, string second)
    {
        var chain = $"{(left.Chain is { } known && left.ChainRank == Rank(operation) ? known : first)} {operation} {second}";
        return new(type, $"({chain})") { Chain = chain, ChainRank = Rank(operation) };
    }

    private static int Rank(string operation) => operation switch { "or" => 1, "and" => 2, "+" or "-" => 3, _ => 4 };

    private static Term Union(Rewriter form, Syntax.Binary binary, Term left, Term right) => left.Each.IsEmpty && left.Type == LogicType.Nodes || right.Each.IsEmpty && right.Type == LogicType.Nodes
        ? form.Fault(binary.Column, "'|' joins items only.")
        : new(LogicType.Nodes, "''") { Each = [.. Functions.Flat(left), .. Functions.Flat(right)], Written = "'|'" };

    private static Term Equality(Rewriter form, Syntax.Binary binary, Term left, Term right)
    {
        Unknown(form, binary, left, right);
        Unknown(form, binary, right, left);
        var how = Comparison(form, binary, left, right);
        return new(LogicType.Boolean, $"({left.As(how)} {binary.Operator} {right.As(how)})");
    }

    /// <summary>Conditions as conditions, else numbers (dates, times) as numbers, else texts; "is empty" is always asked of the text.</summary>
    private static LogicType Comparison(Rewriter form, Syntax.Binary binary, Term left, Term right)
    {
        if (left.Type == LogicType.Empty || right.Type == LogicType.Empty) return LogicType.Text;
        if (left.Type == LogicType.Boolean || right.Type == LogicType.Boolean) return left.Written is not null || right.Written is not null ? Written(left, right) : LogicType.Boolean;
        if (!left.Type.IsNumeric() && !right.Type.IsNumeric()) return LogicType.Text;
        foreach (var (one, other) in (ReadOnlySpan<(Term, Term)>)[(left, right), (right, left)])
        {
            if (!one.Type.IsNumeric() || other is not { Type: LogicType.Text, Written: { } written } || !double.IsNaN(DayNumbers.Read(written))) continue;
            form.Fault(binary.Column, $"'{written}' is not {one.Type.Words()}, which it is compared with.");
        }
        return LogicType.Number;

        static LogicType Written(Term one, Term other) => (one.Written ?? other.Written) is "true" or "false" ? LogicType.Text : LogicType.Boolean;
    }

    /// <summary>A side of a sum or an order, as a number.</summary>
    private static string Reckoned(Rewriter form, Syntax.Binary binary, Term side, Term other)
    {
        if (side is { Type: LogicType.Text, Written: { } written } && double.IsNaN(DayNumbers.Read(written))) form.Fault(binary.Column, $"'{written}' is not a number or a date, so '{binary.Operator}' cannot be worked out.");
        if (side.Type == LogicType.Boolean && other.Type.IsCalendar()) form.Fault(binary.Column, "A condition stands where a date is needed.");
        return side.Number();
    }

    /// <summary>A choice compared with what is not in its list is most often a slip; it is never equal.</summary>
    private static void Unknown(Rewriter form, Syntax.Binary binary, Term choice, Term other)
    {
        if (choice is not { Type: LogicType.Choices, List: { } list } || other.Written is not { Length: > 0 } written || !form.Names.Definition.ChoiceLists.TryGetValue(list, out var choices)) return;
        if (choices.Any(c => c.Text() == written || (other.Type == LogicType.Number && SameNumber(c.Text(), written)))) return;
        if (written.Contains(' ') && written.Split(' ').All(part => choices.Any(c => c.Text() == part))) return;
        form.Fault(binary.Column, $"'{written}' is not one of the choices ({string.Join(", ", choices.Take(8).Select(c => c.Text()))}{(choices.Length > 8 ? ", ..." : "")}), so this is never equal.", blocks: false);
    }

    private static bool SameNumber(string one, string other) =>
        double.TryParse(one, CultureInfo.InvariantCulture, out var a) && double.TryParse(other, CultureInfo.InvariantCulture, out var b) && a.Equals(b);
}
