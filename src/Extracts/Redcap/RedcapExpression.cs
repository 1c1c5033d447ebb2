using System.Text;
using System.Text.RegularExpressions;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>Expressions of forms as REDCap writes them. What has no plain counterpart is left out rather than said wrongly.</summary>
internal static partial class RedcapExpression
{
    private static readonly HashSet<string> Same = ["and", "or", "if", "abs", "sqrt", "min", "max", "not"];

    /// <param name="field">The field of an item; <c>null</c> where an expression cannot name it there, since its choices have names of their own.</param>
    public static string? Of(string expression, Func<string, (string Name, bool IsCheckbox)?> field)
    {
        var text = new StringBuilder();
        var at = 0;
        while (at < expression.Length)
        {
            var token = Token().Match(expression, at);
            if (!token.Success || token.Index != at) return null;
            at += token.Length;
            if (token.Groups["box"] is { Success: true } box)
            {
                if (field(token.Groups["of"].Value) is not { } ticked) return null;
                text.Append(ticked.IsCheckbox ? $"[{ticked.Name}({box.Value})] = '1'" : $"[{ticked.Name}] = '{box.Value}'");
            }
            else if (token.Groups["item"] is { Success: true } item)
            {
                if (field(item.Value) is not { IsCheckbox: false } named) return null;
                text.Append('[').Append(named.Name).Append(']');
            }
            else if (token.Groups["word"] is { Success: true } word)
            {
                if (word.Value == "div") text.Append('/');
                else if (Same.Contains(word.Value)) text.Append(word.Value);
                else return null;
            }
            else text.Append(token.Value == "!=" ? "<>" : token.Value);
        }
        return text.ToString();
    }

    [GeneratedRegex("""\G(?:selected\(\s*\$\{(?<of>\w+)\}\s*,\s*'(?<box>\d+)'\s*\)|\$\{(?<item>\w+)\}|'[^'\[\]]*'|\d+(?:\.\d+)?|(?<word>[A-Za-z][\w-]*)|!=|<=|>=|[=<>+\-*(),]|\s+)""")]
    private static partial Regex Token();
}
