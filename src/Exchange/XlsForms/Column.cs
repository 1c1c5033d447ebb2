namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>What a column of a form's sheets holds.</summary>
internal enum Column
{
    Unknown, Type, Name, Label, Hint, Required, Relevant, Constraint, ConstraintMessage, RequiredMessage, GuidanceHint, ChoiceFilter, Default, ReadOnly, Calculation,
    Appearance, RepeatCount, Parameters, ListName, Disabled, Own, NotTaken,

    /// <summary>What another program notes for itself; it says nothing of the form.</summary>
    Passed,
}
