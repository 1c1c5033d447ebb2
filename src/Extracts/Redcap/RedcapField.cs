using System.Collections.Immutable;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>One choice of a field.</summary>
/// <param name="Cell">What the table's cell holds where it was chosen.</param>
/// <param name="Code">As REDCap's raw data have it.</param>
public sealed record RedcapChoice(string Cell, string Code, string Label);

/// <summary>One field of a form as a data dictionary has it. What has no column here is empty there.</summary>
/// <param name="Type">REDCap's: text, notes, radio, dropdown, checkbox, yesno, calc, descriptive.</param>
public sealed record RedcapField(string Form, string Name, string Type, string Label)
{
    public string Section { get; init; } = "";
    public ImmutableArray<RedcapChoice> Choices { get; init; } = [];

    /// <summary>The equation of a calculated field.</summary>
    public string Equation { get; init; } = "";
    public string Note { get; init; } = "";
    public string Validation { get; init; } = "";
    public string Min { get; init; } = "";
    public string Max { get; init; } = "";
    public bool Identifies { get; init; }
    public string Branching { get; init; } = "";
    public bool Required { get; init; }
    public string Number { get; init; } = "";
    public string Annotation { get; init; } = "";

    /// <summary>The columns of its values; none where they never leave: free text, and what tells who somebody is.</summary>
    public ImmutableArray<RedcapColumn> Columns { get; init; } = [];

    public bool IsCheckbox => Type == "checkbox";

    /// <summary>Whether it is a scale's score, which no person keys and no item of the form is.</summary>
    public bool IsScore { get; init; }

    /// <summary>Whether it says that a form is complete; such fields are in no dictionary.</summary>
    public bool IsStatus { get; init; }

    public string ChoiceText => IsTwoWay ? "" : Choices.IsEmpty ? Equation : string.Join(" | ", Choices.Select(c => $"{c.Code}, {Plain(c.Label)}"));

    private bool IsTwoWay => Type is "yesno" or "truefalse";

    private static string Plain(string label) => label.Replace('|', '/').ReplaceLineEndings(" ");
}

/// <summary>One column of the records.</summary>
/// <param name="Export">Its name in the records: <c>race___1</c>.</param>
/// <param name="Source">The column of the table that it is read from.</param>
/// <param name="Choice">The choice whose box it is.</param>
public sealed record RedcapColumn(string Export, string Source, RedcapChoice? Choice = null);

/// <summary>One form.</summary>
/// <param name="Repeats">Whether an event can have it several times: once for each person asked about and each who answered.</param>
public sealed record RedcapForm(string Name, string Label, bool Repeats, ImmutableArray<RedcapField> Fields)
{
    /// <summary>At which waves, by their places in the design.</summary>
    public ImmutableArray<int> Waves { get; init; } = [];
}

/// <summary>One event: a wave.</summary>
public sealed record RedcapEvent(string Unique, string Name, string Wave, int Number);
