using System.Collections.Immutable;

namespace SosLongitudinal.Study.Logic.Reading;

/// <summary>Cuts an expression into words. The first thing that is none ends it, with a fault.</summary>
internal static class Tokens
{
    private static readonly string[] Symbols = ["!=", "<=", ">=", "//", "..", "::", "(", ")", "[", "]", ",", "|", "+", "-", "=", "<", ">", "*", "/", ".", "@", "$"];

    public static (ImmutableArray<Token> Tokens, ExpressionFault? Fault) Of(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        ExpressionFault? fault = null;
        for (var at = 0; at < text.Length && fault is null;)
        {
            if (char.IsWhiteSpace(text[at])) at++;
            else (at, fault) = Next(text, at, tokens);
        }
        tokens.Add(new(TokenKind.End, "", text.Length + 1));
        return (tokens.DrainToImmutable(), fault);
    }

    private static (int At, ExpressionFault? Fault) Next(string text, int at, ImmutableArray<Token>.Builder tokens)
    {
        var c = text[at];
        if (c is '\'' or '"') return Literal(text, at, tokens);
        if (c == '$' && at + 1 < text.Length && text[at + 1] == '{') return Reference(text, at, tokens);
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))) return Take(TokenKind.Number, text, at, EndOfNumber(text, at), tokens);
        if (char.IsLetter(c) || c == '_') return Take(TokenKind.Name, text, at, EndOfName(text, at), tokens);
        if (Array.Find(Symbols, s => string.CompareOrdinal(text, at, s, 0, s.Length) == 0) is { } symbol) return Take(TokenKind.Symbol, text, at, at + symbol.Length, tokens);
        return (at, new(at + 1, c switch
        {
            '‘' or '’' or '“' or '”' => "This is a printer's quotation mark. Use a straight one: ' or \".",
            '&' => "'&' joins nothing here. Write 'and' between conditions, or concat() for texts.",
            '!' => "Write not(...) for 'not', and != for 'is not'.",
            _ => $"'{c}' has no meaning here. Take it out, or put text between quotation marks.",
        }));
    }

    private static (int, ExpressionFault?) Literal(string text, int at, ImmutableArray<Token>.Builder tokens)
    {
        var end = text.IndexOf(text[at], at + 1);
        if (end < 0) return (at, new(at + 1, "This quotation mark is not closed. Add the closing one."));
        tokens.Add(new(TokenKind.Literal, text[(at + 1)..end], at + 1));
        return (end + 1, null);
    }

    private static (int, ExpressionFault?) Reference(string text, int at, ImmutableArray<Token>.Builder tokens)
    {
        var end = text.IndexOf('}', at);
        if (end < 0) return (at, new(at + 1, "'${' is not closed. Add '}' after the item's name."));
        tokens.Add(new(TokenKind.Reference, text[(at + 2)..end].Trim(), at + 1));
        return (end + 1, null);
    }

    private static (int, ExpressionFault?) Take(TokenKind kind, string text, int at, int end, ImmutableArray<Token>.Builder tokens)
    {
        tokens.Add(new(kind, text[at..end], at + 1));
        return (end, null);
    }

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        if (at < text.Length && text[at] == '.') do at++; while (at < text.Length && char.IsAsciiDigit(text[at]));
        return at;
    }

    /// <summary>Names hold hyphens and dots, and one colon before a function's own name: <c>jr:choice-name</c>.</summary>
    private static int EndOfName(string text, int at)
    {
        var end = PartOfName(text, at);
        return end + 1 < text.Length && text[end] == ':' && char.IsLetter(text[end + 1]) ? PartOfName(text, end + 1) : end;
    }

    private static int PartOfName(string text, int at)
    {
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.')) at++;
        return at;
    }
}
