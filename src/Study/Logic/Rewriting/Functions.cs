using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SosLongitudinal.Study.Logic.Rewriting;

/// <summary>The functions that are taken, by kind, one file each.</summary>
internal static partial class Functions
{
    /// <summary>Functions whose arguments are looked at as they are written.</summary>
    public static FrozenSet<string> ReadsItsOwn { get; } = FrozenSet.Create("position", "jr:choice-name", "indexed-repeat", "instance", "current");

    /// <summary>Functions that take every value of an item that repeats.</summary>
    public static FrozenSet<string> TakesNodes { get; } = FrozenSet.Create("sum", "min", "max", "count", "count-non-empty", "join", "concat", "checklist");

    /// <summary>Each value of an item that repeats; else the one value.</summary>
    public static ImmutableArray<Term> Flat(Term term) => term.Each.IsEmpty ? [term] : term.Each;

    private static KeyValuePair<string, FunctionRule> Rule(string name, int least, int most, Writing write) => new(name, new(least, most, write));

    private static KeyValuePair<string, FunctionRule> Rule(string name, int takes, Writing write) => Rule(name, takes, takes, write);

    private static Term Texts(string xpath) => new(LogicType.Text, xpath);

    private static Term Numbers(string xpath) => new(LogicType.Number, xpath);

    private static Term Conditions(string xpath) => new(LogicType.Boolean, xpath);

    private static string Joined(IEnumerable<Term> terms, Func<Term, string> form) => string.Join(", ", terms.SelectMany(t => Flat(t)).Select(form));
}
