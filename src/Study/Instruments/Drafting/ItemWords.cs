namespace SosLongitudinal.Study.Instruments.Drafting;

/// <summary>What can be said of one item by a page's fields; the rest stays as it is, or is said in the definition's text.</summary>
/// <param name="Choices">One a line; for items that take codes.</param>
/// <param name="ForAll">The choices change for every item that shares the list; otherwise the item gets a list of its own.</param>
public sealed record ItemWords(int Number, string? Label, string? Hint, bool Required, string? Relevant, string? Choices, bool ForAll)
{
    /// <summary>Absent: the item's rules stay as they are.</summary>
    public ItemRules? Rules { get; init; }

    /// <summary>For a new item: the choices are those of a list that the form has.</summary>
    public string? List { get; init; }
}

/// <summary>What is let in as an answer, what it starts with, and when it can be keyed.</summary>
public sealed record ItemRules
{
    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public bool Decimals { get; init; }

    public string? RequiredWhen { get; init; }

    public string? RequiredMessage { get; init; }

    public string? Constraint { get; init; }

    public string? ConstraintMessage { get; init; }

    public string? Calculation { get; init; }

    public string? ChoiceFilter { get; init; }

    public string? Default { get; init; }

    public bool ReadOnly { get; init; }

    /// <summary>It is asked whatever the item says that it hung on by its simple gate.</summary>
    public bool WithoutGate { get; init; }

    internal Item In(Item item) => item with
    {
        Min = item.Type == ItemType.Number ? Min : item.Min,
        Max = item.Type == ItemType.Number ? Max : item.Max,
        Decimals = item.Type == ItemType.Number ? Decimals : item.Decimals,
        RequiredWhen = RequiredWhen,
        RequiredMessage = RequiredMessage,
        Constraint = Constraint,
        ConstraintMessage = ConstraintMessage,
        Calculation = Calculation,
        ChoiceFilter = item.Type.TakesChoices() ? ChoiceFilter : item.ChoiceFilter,
        Default = Default,
        ReadOnly = ReadOnly,
        Relevance = WithoutGate ? null : item.Relevance,
    };
}
