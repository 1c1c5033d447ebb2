namespace SosLongitudinal.Study.Logic.Reading;

internal enum TokenKind { End, Number, Literal, Name, Reference, Symbol }

/// <summary>One word of an expression; <see cref="Column"/> counts from 1.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, int Column)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;

    public bool IsName(string name) => Kind == TokenKind.Name && Text == name;
}
