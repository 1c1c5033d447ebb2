using System.Globalization;
using System.Text.RegularExpressions;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>A number's least and greatest answer, as XLSForm says it: in a constraint, or in the parameters of a range.</summary>
internal static partial class NumberRange
{
    /// <summary>A constraint that begins with limits gives them up: <c>. &gt;= 0 and . &lt;= 10</c>.</summary>
    public static Item FromConstraint(Item item)
    {
        if (item.Type != ItemType.Number || item.Constraint is not { } constraint || Limits().Match(constraint) is not { Success: true } limits) return item;
        if (!Number(limits.Groups["min"], out var min) || !Number(limits.Groups["max"], out var max) || min is null && max is null || min > max) return item;
        if (limits.Groups["rest"] is { Success: true, Value: var inner } && !IsWhole(inner)) return item;
        return item with { Min = min, Max = max, Constraint = limits.Groups["rest"] is { Success: true, Value: var rest } ? rest : null };
    }

    public static string? ToConstraint(Item item)
    {
        if (item.Type != ItemType.Number || item.Min is null && item.Max is null) return item.Constraint;
        var limits = string.Join(" and ", new[] { item.Min is { } min ? $". >= {Text(min)}" : null, item.Max is { } max ? $". <= {Text(max)}" : null }.OfType<string>());
        return item.Constraint is { } constraint ? $"{limits} and ({constraint})" : limits;
    }

    /// <summary>A range's answers lie whole steps from its start.</summary>
    public static string InSteps(decimal min, decimal step) => $"round((. - {Text(min)}) div {Text(step)}, 6) = round((. - {Text(min)}) div {Text(step)})".Replace("- -", "+ ", StringComparison.Ordinal);

    /// <summary>Start, end and step; those that are not stated are 1, 10 and 1.</summary>
    public static (decimal Min, decimal Max, decimal Step) FromParameters(string parameters)
    {
        var (min, max, step) = (1m, 10m, 1m);
        foreach (Match part in Parameter().Matches(parameters))
        {
            if (!decimal.TryParse(part.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) continue;
            switch (part.Groups["name"].Value.ToLowerInvariant())
            {
                case "start": min = value; break;
                case "end": max = value; break;
                case "step": step = value; break;
                default: break;
            }
        }
        return min <= max ? (min, max, step) : (max, min, step);
    }

    private static bool Number(Group group, out decimal? number)
    {
        number = null;
        if (!group.Success) return true;
        if (!decimal.TryParse(group.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read)) return false;
        number = read;
        return true;
    }

    private static string Text(decimal number) => (number / 1.000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether what was found between the first and the last bracket is one whole, brackets in quotation marks not counted.</summary>
    private static bool IsWhole(string expression)
    {
        var (depth, quote) = (0, '\0');
        foreach (var c in expression)
        {
            if (quote != '\0') quote = c == quote ? '\0' : quote;
            else if (c is '\'' or '"') quote = c;
            else if (c == '(') depth++;
            else if (c == ')' && --depth < 0) return false;
        }
        return depth == 0 && quote == '\0';
    }

    [GeneratedRegex(@"^\s*(?:\.\s*>=\s*(?<min>-?\d{1,15}(?:\.\d{1,9})?))?(?:(?<=\d)\s+and\s+(?=\.\s*<=))?(?:\.\s*<=\s*(?<max>-?\d{1,15}(?:\.\d{1,9})?))?(?:\s+and\s+\((?<rest>.*)\))?\s*$", RegexOptions.Singleline)]
    private static partial Regex Limits();

    [GeneratedRegex(@"(?<name>[a-zA-Z]+)\s*=\s*(?<value>-?[0-9.]+)")]
    private static partial Regex Parameter();
}
