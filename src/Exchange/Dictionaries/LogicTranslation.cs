using SosLongitudinal.Exchange.Definitions;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>REDCap's branching logic and calculations in the dialect of <c>${name}</c>: or the expression, or why it cannot be said.</summary>
internal sealed class LogicTranslation
{
    private const int Deepest = 60;

    private readonly List<LogicToken> tokens;
    private readonly Func<string, (DictionaryField? Field, string? Why)> find;
    private readonly Func<DictionaryField, string?, string>? say;
    private int at;
    private int depth;
    private string? fault;

    private LogicTranslation(string logic, Func<string, (DictionaryField? Field, string? Why)> find, Func<DictionaryField, string?, string>? say) =>
        (tokens, this.find, this.say) = (LogicToken.Of(logic), find, say);

    /// <param name="find">The field of a name, or why it is none of this form.</param>
    /// <param name="say">How the answer to a field is asked for, at an event where one is named; without it answers are the form's own and no event may be named.</param>
    public static (string? Expression, string? Why) Of(string logic, Func<string, (DictionaryField? Field, string? Why)> find, Func<DictionaryField, string?, string>? say = null)
    {
        var translation = new LogicTranslation(logic, find, say);
        var whole = translation.Or();
        if (translation.fault is null && translation.Now.Kind != LogicTokenKind.End) translation.Fail($"it cannot be read at '{translation.Now.Text}'");
        return translation.fault is { } why ? (null, why) : (whole.Ticked, null);
    }

    private LogicToken Now => tokens[at];

    public LogicTerm Fail(string why)
    {
        fault ??= why;
        at = tokens.Count - 1;
        return new("''");
    }

    private bool Take(params ReadOnlySpan<string> words)
    {
        if (Now.Kind is not (LogicTokenKind.Operator or LogicTokenKind.Name)) return false;
        foreach (var word in words)
        {
            if (Now.Text != word) continue;
            at++;
            return true;
        }
        return false;
    }

    private LogicTerm Or()
    {
        if (++depth > Deepest) return Fail("its brackets nest too deeply");
        var left = And();
        while (Take("or", "||")) left = new($"{left.Ticked} or {And().Ticked}") { Built = true };
        depth--;
        return left;
    }

    private LogicTerm And()
    {
        var left = Compared();
        while (Take("and", "&&"))
        {
            var right = Compared();
            left = new($"{left.Ticked} and {right.Ticked}") { Built = true };
        }
        return left;
    }

    private LogicTerm Compared()
    {
        var left = Sum();
        if (Now is not { Kind: LogicTokenKind.Operator, Text: "=" or "==" or "<>" or "!=" or "<" or ">" or "<=" or ">=" }) return left;
        var sign = Now.Text switch { "==" => "=", "<>" => "!=", var same => same };
        at++;
        return LogicComparison.Of(left, sign, Sum());
    }

    private LogicTerm Sum()
    {
        var left = Product();
        while (Now is { Kind: LogicTokenKind.Operator, Text: "+" or "-" })
        {
            var sign = tokens[at++].Text;
            left = new($"{left.Whole} {sign} {Product().Whole}") { Built = true };
        }
        return left;
    }

    private LogicTerm Product()
    {
        var left = Power();
        while (Now is { Kind: LogicTokenKind.Operator, Text: "*" or "/" or "%" })
        {
            var sign = tokens[at++].Text switch { "/" => "div", "%" => "mod", var same => same };
            left = new($"{left.Whole} {sign} {Power().Whole}") { Built = true };
        }
        return left;
    }

    private LogicTerm Power()
    {
        var left = Signed();
        while (Take("^")) left = new($"pow({left.Whole}, {Signed().Whole})");
        return left;
    }

    private LogicTerm Signed()
    {
        var signs = 0;
        while (Take("-")) signs++;
        if (signs > 0) return new($"{(signs % 2 == 1 ? "-" : "")}{Primary().Operand}") { Built = true };
        return Take("!") ? new($"not({Primary().Ticked})") : Primary();
    }

    private LogicTerm Primary()
    {
        var token = tokens[at];
        if (token.Kind != LogicTokenKind.End) at++;
        switch (token.Kind)
        {
            case LogicTokenKind.Number: return new(token.Text.StartsWith('.') ? $"0{token.Text}" : token.Text) { Literal = token.Text };
            case LogicTokenKind.Text: return new(Quoted(token.Text)) { Literal = token.Text };
            case LogicTokenKind.Reference: return Reference(token.Text);
            case LogicTokenKind.Name: return Named(token.Text);
            case LogicTokenKind.Open:
                var inner = Or();
                if (!Close()) return Fail("a bracket is not closed");
                return inner.Built ? inner with { Text = $"({inner.Text})", Built = false } : inner;
            case LogicTokenKind.End: return Fail("it ends too soon");
            default: return Fail($"it cannot be read at '{token.Text}'");
        }
    }

    private bool Close()
    {
        if (Now.Kind != LogicTokenKind.Close) return false;
        at++;
        return true;
    }

    private LogicTerm Named(string name)
    {
        if (Now.Kind != LogicTokenKind.Open) return name is "true" or "false" ? new($"{name}()") : Fail($"'{name}' is neither a field nor a function");
        at++;
        var arguments = new List<LogicTerm>();
        if (!Close())
        {
            do
            {
                arguments.Add(Or());
            }
            while (Now.Kind == LogicTokenKind.Comma && at++ >= 0);
            if (!Close()) return Fail($"the bracket of {name}( is not closed");
        }
        return LogicFunctions.Of(name, [.. arguments]) ?? Fail($"the function {name}( ) with {arguments.Count} arguments has no counterpart here");
    }

    private LogicTerm Reference(string text)
    {
        var parts = text[1..^1].Split("][");
        var visit = say is not null && parts is [{ Length: > 0 } named, _] && !named.Contains('-') ? named : null;
        if (visit is not null) parts = [parts[1]];
        if (parts.Length > 1) return Fail($"{text} asks for an answer of another event or time; a form's logic sees its own answers");
        if (parts[0].EndsWith(":value", StringComparison.Ordinal)) parts[0] = parts[0][..^6];
        var open = parts[0].IndexOf('(', StringComparison.Ordinal);
        var name = (open < 0 ? parts[0] : parts[0][..open]).Trim();
        if (name.Contains(':')) return Fail($"{text} asks for how an answer is shown, not for the answer");
        if (name.Contains('-')) return Fail($"{text} is about the record or the user, not an answer of this form");
        var (field, why) = find(name);
        if (field is null) return Fail(why ?? $"{text} is no field of this dictionary");
        var reference = say?.Invoke(field, visit) ?? $"${{{field.Name}}}";
        if (open < 0) return new(reference) { Field = field };
        if (!field.IsCheckbox || !parts[0].EndsWith(')')) return Fail($"{text} asks for a box, and the field has none");
        return new(reference) { Field = field, Box = parts[0][(open + 1)..^1].Trim().Replace("'", "", StringComparison.Ordinal) };
    }

    private static string Quoted(string text) => text.Contains('\'') ? $"\"{text.Replace("\"", "", StringComparison.Ordinal)}\"" : $"'{text}'";
}
