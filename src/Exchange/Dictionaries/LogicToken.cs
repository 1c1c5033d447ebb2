using System.Text.RegularExpressions;

namespace SosLongitudinal.Exchange.Dictionaries;

internal enum LogicTokenKind { Number, Text, Reference, Name, Operator, Open, Close, Comma, End, Unknown }

/// <summary>One word of REDCap's logic.</summary>
internal readonly partial record struct LogicToken(LogicTokenKind Kind, string Text)
{
    public static List<LogicToken> Of(string expression)
    {
        var tokens = new List<LogicToken>();
        foreach (Match match in Words().Matches(Remarks().Replace(expression, "")))
        {
            if (match.Groups["space"].Success) continue;
            tokens.Add(match switch
            {
                _ when match.Groups["number"].Success => new(LogicTokenKind.Number, match.Value),
                _ when match.Groups["text"].Success => new(LogicTokenKind.Text, match.Value[1..^1]),
                _ when match.Groups["reference"].Success => new(LogicTokenKind.Reference, match.Value),
                _ when match.Groups["name"].Success => new(LogicTokenKind.Name, match.Value.ToLowerInvariant()),
                _ when match.Groups["operator"].Success => new(LogicTokenKind.Operator, match.Value),
                { Value: "(" } => new(LogicTokenKind.Open, "("),
                { Value: ")" } => new(LogicTokenKind.Close, ")"),
                { Value: "," } => new(LogicTokenKind.Comma, ","),
                _ => new(LogicTokenKind.Unknown, match.Value),
            });
        }
        tokens.Add(new(LogicTokenKind.End, ""));
        return tokens;
    }

    /// <summary>A line that begins with # or // is a remark.</summary>
    [GeneratedRegex(@"^[ \t]*(#|//).*$", RegexOptions.Multiline)]
    private static partial Regex Remarks();

    [GeneratedRegex("""(?<space>\s+)|(?<number>[0-9]+(\.[0-9]+)?|\.[0-9]+)|(?<text>"[^"]*"|'[^']*')|(?<reference>(\[[^\[\]]*\])+)|(?<name>[A-Za-z_][A-Za-z0-9_]*)|(?<operator><>|!=|<=|>=|&&|\|\||==|[=<>+\-*/^%!])|.""", RegexOptions.Singleline)]
    private static partial Regex Words();
}
