using System.Globalization;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>How two translated pieces compare.</summary>
internal static class LogicComparison
{
    public static LogicTerm Of(LogicTerm left, string sign, LogicTerm right)
    {
        if (left is { Box: not null } && right.Literal is not null && Box(left, sign, right.Literal) is { } ticked) return ticked;
        if (right is { Box: not null } && left.Literal is not null && Box(right, Turned(sign), left.Literal) is { } turned) return turned;
        return new($"{Beside(left, right)} {sign} {Beside(right, left)}") { Built = true };
    }

    /// <summary>A box is 1 where it is ticked and 0 where it is not.</summary>
    private static LogicTerm? Box(LogicTerm box, string sign, string literal) => (sign, literal) switch
    {
        ("=", "1") or ("!=", "0" or "") or (">", "0") or (">=", "1") => new(box.Ticked),
        ("=", "0" or "") or ("!=", "1") or ("<", "1") or ("<=", "0") => new($"not({box.Ticked})"),
        _ => null,
    };

    private static string Turned(string sign) => sign switch { "<" => ">", ">" => "<", "<=" => ">=", ">=" => "<=", _ => sign };

    /// <summary>A literal in the other's terms: a quoted number beside a number is a number, a date beside a date is a date.</summary>
    private static string Beside(LogicTerm term, LogicTerm other)
    {
        if (term.Literal is not { Length: > 0 } literal) return term.Operand;
        var validation = other.Field is { Type: "text" } field ? field[DictionaryColumn.Validation].ToLowerInvariant() : "";
        if (validation.StartsWith("date", StringComparison.Ordinal) && DateOnly.TryParseExact(literal, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) return $"date('{literal}')";
        var numeric = other.Field is { Type: "calc" or "slider" } || other is { Field: null, Literal: null } || validation.StartsWith("number", StringComparison.Ordinal) || validation is "integer" or "int" or "float";
        return numeric && decimal.TryParse(literal, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture) : term.Operand;
    }
}
