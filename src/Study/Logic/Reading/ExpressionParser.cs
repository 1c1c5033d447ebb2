using System.Collections.Immutable;

namespace SosLongitudinal.Study.Logic.Reading;

/// <summary>Reads the dialect's grammar. The first fault stops the reading; what was read by then is of no use.</summary>
internal sealed class ExpressionParser
{
    public const int LongestText = 10_000;
    private const int Deepest = 60;
    private static readonly string[][] Levels = [["or"], ["and"], ["=", "!="], ["<", "<=", ">", ">="], ["+", "-"], ["*", "div", "mod"]];

    private readonly ImmutableArray<Token> tokens;
    private ExpressionFault? fault;
    private int at;
    private int depth;

    private ExpressionParser(ImmutableArray<Token> tokens) => this.tokens = tokens;

    public static (Syntax? Syntax, ExpressionFault? Fault) Read(string text)
    {
        if (text.Length > LongestText) return (null, new(1, $"This expression is longer than {LongestText} characters. Cut it into computed items."));
        var (tokens, unreadable) = Tokens.Of(text);
        if (unreadable is not null) return (null, unreadable);
        var parser = new ExpressionParser(tokens);
        var whole = parser.Level(0);
        if (parser.fault is null && parser.Now.Kind != TokenKind.End) parser.Fail(parser.Now.Column, parser.Unexpected());
        return parser.fault is null ? (whole, null) : (null, parser.fault);
    }

    private Token Now => tokens[at];

    private Syntax Level(int level)
    {
        if (level == Levels.Length) return Unary();
        var left = Level(level + 1);
        while (Levels[level].Contains(Now.Text) && Now.Kind is TokenKind.Symbol or TokenKind.Name)
        {
            var operation = Take();
            if (Now.Is("=")) Fail(Now.Column, "Write one '=' for 'is equal to'.");
            if (operation.Is("<") && Now.Is(">")) Fail(operation.Column, "Write != for 'is not'.");
            left = new Syntax.Binary(operation.Text, left, Level(level + 1), operation.Column);
        }
        return left;
    }

    private Syntax Unary()
    {
        if (++depth > Deepest) Fail(Now.Column, $"This expression is nested deeper than {Deepest} times. Cut it into computed items.");
        var start = Now;
        var read = Now.Is("-") ? Negated() : Union();
        depth--;
        return read;

        Syntax Negated()
        {
            Take();
            return new Syntax.Negative(Unary(), start.Column);
        }
    }

    private Syntax Union()
    {
        var left = Primary();
        while (Now.Is("|"))
        {
            var bar = Take();
            left = new Syntax.Binary("|", left, Primary(), bar.Column);
        }
        return left;
    }

    private Syntax Primary()
    {
        var token = Now;
        switch (token.Kind)
        {
            case TokenKind.Number: Take(); return new Syntax.Number(token.Text, token.Column);
            case TokenKind.Literal: Take(); return new Syntax.Literal(token.Text, token.Column);
            case TokenKind.Reference: return Reference();
            case TokenKind.Name when tokens[at + 1].Is("("): return Call();
            case TokenKind.Symbol when token.Is("("): return Bracketed();
            case TokenKind.Name: return Path(absolute: false, from: null);
            case TokenKind.Symbol when token.Is("/"): Take(); return Path(absolute: true, from: null);
            case TokenKind.Symbol when token.Is(".") || token.Is(".."): return Path(absolute: false, from: null);
            default: Fail(token.Column, Unexpected()); return new Syntax.Literal("", token.Column);
        }
    }

    private Syntax.Reference Reference()
    {
        var token = Take();
        if (Now.Is("/") || Now.Is("[")) Fail(Now.Column, $"Nothing can follow ${{{token.Text}}}. Name the item itself.");
        return new(token.Text, token.Column);
    }

    private Syntax Bracketed()
    {
        Take();
        var inner = Level(0);
        Expect(")", "Add the closing bracket.");
        return inner;
    }

    private Syntax Call()
    {
        var name = Take();
        Take();
        var arguments = ImmutableArray.CreateBuilder<Syntax>();
        while (fault is null && !Now.Is(")"))
        {
            arguments.Add(Level(0));
            if (!Now.Is(",")) break;
            Take();
            if (Now.Is(")")) Fail(Now.Column, $"Something is left out of {name.Text}() after the comma.");
        }
        Expect(")", $"Close {name.Text}( with a bracket.");
        var call = new Syntax.Call(name.Text, arguments.DrainToImmutable(), name.Column);
        if (!Now.Is("/")) return call;
        Take();
        return Path(absolute: false, call);
    }

    private Syntax.Path Path(bool absolute, Syntax.Call? from)
    {
        var column = from?.Column ?? Now.Column;
        var steps = ImmutableArray.CreateBuilder<Step>();
        do steps.Add(Step()); while (fault is null && Taken("/"));
        return new(absolute, from, steps.DrainToImmutable(), column);
    }

    private Step Step()
    {
        var token = Take();
        if (token.Kind != TokenKind.Name && !token.Is(".") && !token.Is("..")) Fail(token.Column, $"'{token.Text}' is no step of a path. Name the item as ${{name}}.");
        if (Now.Is("::")) Fail(Now.Column, $"'{token.Text}::' is not taken here. Name the item as ${{name}}.");
        var predicates = ImmutableArray.CreateBuilder<Syntax>();
        while (fault is null && Taken("["))
        {
            predicates.Add(Level(0));
            Expect("]", "Close the square bracket.");
        }
        return new(token.Text, predicates.DrainToImmutable(), token.Column);
    }

    private bool Taken(string symbol)
    {
        if (!Now.Is(symbol)) return false;
        Take();
        return true;
    }

    private void Expect(string symbol, string otherwise)
    {
        if (!Taken(symbol)) Fail(Now.Column, Now.Kind == TokenKind.End ? otherwise : Unexpected());
    }

    private Token Take() => Now.Kind == TokenKind.End ? Now : tokens[at++];

    private void Fail(int column, string sentence)
    {
        fault ??= new(column, sentence);
        at = tokens.Length - 1;
    }

    private string Unexpected() => Now switch
    {
        { Kind: TokenKind.End } => "Something is missing at the end.",
        { Kind: TokenKind.Name, Text: "AND" or "OR" or "And" or "Or" } word => $"Write '{word.Text.ToLowerInvariant()}' in small letters.",
        { Text: "//" } => "'//' searches the whole form and is not taken. Name the item as ${name}.",
        { Text: "@" } => "Attributes ('@') are not taken. Name the item as ${name}.",
        var token => $"'{token.Text}' does not belong here. Look for a missing operator, comma or quotation mark before it.",
    };
}
