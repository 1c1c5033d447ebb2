namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>A piece of translated logic. What it is decides how it compares: a ticked box is no number, a quoted number beside a number is one.</summary>
internal sealed record LogicTerm(string Text)
{
    /// <summary>The field that it is the answer to.</summary>
    public DictionaryField? Field { get; init; }

    /// <summary>The box of a checkbox field.</summary>
    public string? Box { get; init; }

    /// <summary>The text of a literal.</summary>
    public string? Literal { get; init; }

    /// <summary>Built with an operator: needs brackets beside another.</summary>
    public bool Built { get; init; }

    /// <summary>As an operand.</summary>
    public string Operand => Box is not null ? $"if({Ticked}, 1, 0)" : Built ? $"({Text})" : Text;

    /// <summary>As an argument or a whole.</summary>
    public string Whole => Box is not null ? Operand : Text;

    /// <summary>As a condition.</summary>
    public string Ticked => Box is not null ? $"selected({Text}, '{Box}')" : Text;
}
