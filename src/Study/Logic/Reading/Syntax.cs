using System.Collections.Immutable;

namespace SosLongitudinal.Study.Logic.Reading;

/// <summary>An expression as read, before anybody asks what its names mean.</summary>
internal abstract record Syntax(int Column)
{
    public sealed record Number(string Text, int Column) : Syntax(Column);

    public sealed record Literal(string Text, int Column) : Syntax(Column);

    /// <summary><c>${name}</c></summary>
    public sealed record Reference(string Name, int Column) : Syntax(Column);

    public sealed record Call(string Name, ImmutableArray<Syntax> Arguments, int Column) : Syntax(Column);

    public sealed record Binary(string Operator, Syntax Left, Syntax Right, int Column) : Syntax(Column);

    public sealed record Negative(Syntax Operand, int Column) : Syntax(Column);

    /// <summary>Steps from the root, from a call, or from where the expression stands.</summary>
    public sealed record Path(bool IsAbsolute, Call? From, ImmutableArray<Step> Steps, int Column) : Syntax(Column);
}

/// <summary>One step of a path: a name, <c>.</c> or <c>..</c>.</summary>
internal sealed record Step(string Name, ImmutableArray<Syntax> Predicates, int Column);
