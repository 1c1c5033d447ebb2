using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using SosLongitudinal.Study.Logic.Reading;

namespace SosLongitudinal.Study.Logic.Rewriting;

/// <summary>
/// Turns what was read into XPath 1.0 that the engine gets right, by the types of the items that are named. Items are variables: <c>$t5</c> the text and
/// <c>$n5</c> the number of the sixth; <c>$c0</c> is how often the first repeating section is filled in.
/// </summary>
internal sealed class Rewriter(FormNames names, Place place)
{
    public FormNames Names => names;

    public Place Place { get; private set; } = place;

    /// <summary>The items, and repeating sections, that the expression cannot do without.</summary>
    public SortedSet<int> Items { get; } = [];

    public SortedSet<int> Counts { get; } = [];

    public List<ExpressionFault> Faults { get; } = [];

    public Term Of(Syntax syntax) => syntax switch
    {
        Syntax.Number number => new(LogicType.Number, number.Text) { Written = number.Text },
        Syntax.Literal { Text: "" } => Term.Empty,
        Syntax.Literal literal => new(LogicType.Text, Quoted(literal.Text)) { Written = literal.Text },
        Syntax.Reference reference => Named(reference.Name, reference.Column, $"${{{reference.Name}}}"),
        Syntax.Negative negative => new(LogicType.Number, $"(-{Of(negative.Operand).Number()})"),
        Syntax.Binary binary => Operators.Write(this, binary, Of(binary.Left), Of(binary.Right)),
        Syntax.Call call => FunctionTable.Write(this, call),
        Syntax.Path path => Paths.Write(this, path),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Rewrites within a choice list: bare names are its columns.</summary>
    public Term Within(string list, Syntax syntax)
    {
        var outside = Place;
        Place = Place with { Choices = list };
        var term = Of(syntax);
        Place = outside;
        return term;
    }

    /// <summary>What a name means here: an item, each time of an item that repeats, or a section to be counted.</summary>
    public Term Named(string name, int column, string written)
    {
        if (names.One(name, Place.Repeat, Place.Instance) is { } one) return Item(one);
        if (names.Every(name) is { Length: > 0 } every)
        {
            var count = Count(names.RepeatOf(every[0])!);
            return new(LogicType.Nodes, "''") { Each = [.. every.Select(Item)], HowMany = count, Written = written };
        }
        if (names.Repeats.Contains(name)) return new(LogicType.Nodes, "''") { HowMany = Count(name), Written = written };
        if (name.StartsWith("last-saved#", StringComparison.Ordinal)) return Fault(column, $"{written} asks for the form filled in before, which expressions cannot see. Enter the value as an item.");
        return Fault(column, names.Sections.Contains(name)
            ? $"{written} is a section, not an item. Name one of its items."
            : $"There is no item '{name}'. {Nearest(name)}");
    }

    public Term Item(int at)
    {
        Items.Add(at);
        var item = names.Definition.Items[at];
        var (text, number) = (string.Create(CultureInfo.InvariantCulture, $"$t{at}"), string.Create(CultureInfo.InvariantCulture, $"$n{at}"));
        return names.TypeOf(at) switch
        {
            var type when type.IsNumeric() => new(type, number) { AsText = text, AsNumber = number },
            LogicType.Boolean => new(LogicType.Boolean, $"({text} = 'true')") { AsText = text },
            var type => new(type == LogicType.Empty ? LogicType.Text : type, text) { AsNumber = number, List = item.Choices },
        };
    }

    public Term Fault(int column, string sentence, bool blocks = true)
    {
        Faults.Add(new(column, sentence, blocks));
        return Term.Empty;
    }

    /// <summary>A text as the engine reads it: in whichever quotation marks it does not hold itself, else in pieces.</summary>
    public static string Quoted(string text) =>
        !text.Contains('\'') ? $"'{text}'" : !text.Contains('"') ? $"\"{text}\"" : $"concat({string.Join(", \"'\", ", text.Split('\'').Select(part => $"'{part}'"))})";

    /// <summary>A column of a choice list as the name of an element.</summary>
    public static string Column(string name) => XmlConvert.EncodeLocalName(name.ToLowerInvariant());

    private string Count(string repeat)
    {
        var at = names.Repeats.IndexOf(repeat);
        Counts.Add(at);
        return string.Create(CultureInfo.InvariantCulture, $"$c{at}");
    }

    private string Nearest(string name) =>
        names.Definition.Items.FirstOrDefault(i => string.Equals(i.Declared ?? i.Name, name, StringComparison.OrdinalIgnoreCase)) is { } cased ? $"Did you mean ${{{cased.Declared ?? cased.Name}}}?" : "Correct the name, or add the item.";
}
