using System.Collections.Immutable;

namespace SosLongitudinal.Study.Logic.Rewriting;

/// <summary>A rewritten part of an expression: XPath 1.0 for the engine, and ways to have it as text or number where the plain form is not the best.</summary>
internal sealed record Term(LogicType Type, string XPath)
{
    public string? AsText { get; init; }

    public string? AsNumber { get; init; }

    /// <summary>What it is where it was written out: <c>'2016-01-01'</c>, <c>5</c>.</summary>
    public string? Written { get; init; }

    /// <summary>The list whose names it holds; for items answered by choice.</summary>
    public string? List { get; init; }

    /// <summary>Each time of an item that repeats, and the variable that says how many of them there are.</summary>
    public ImmutableArray<Term> Each { get; init; } = [];

    public string? HowMany { get; init; }

    /// <summary>Operands of one rank without brackets around them, and that rank.</summary>
    public string? Chain { get; init; }

    public int ChainRank { get; init; }

    public static Term Empty { get; } = new(LogicType.Empty, "''") { Written = "" };

    public string Text() => AsText ?? Type switch
    {
        LogicType.Number => $"s:text({XPath})",
        LogicType.Date => $"s:date-text({XPath})",
        LogicType.DateTime => $"s:instant-text({XPath})",
        LogicType.Time => $"s:time-text({XPath})",
        LogicType.Boolean => $"string({XPath})",
        _ => XPath,
    };

    public string Number() => AsNumber ?? Type switch
    {
        LogicType.Empty => "(0 div 0)",
        LogicType.Boolean => $"number({XPath})",
        _ when Type.IsNumeric() => XPath,
        _ => $"s:number({XPath})",
    };

    public string Boolean() => Type switch
    {
        LogicType.Boolean => XPath,
        LogicType.Empty => "false()",
        LogicType.Number => $"boolean({Number()})",
        _ => $"boolean({Text()})",
    };

    public string As(LogicType type) => type == LogicType.Boolean ? Boolean() : type.IsNumeric() ? Number() : Text();
}
