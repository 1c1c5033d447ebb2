using SosLongitudinal.Exchange.Sheets;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>A question of the survey sheet while it is read.</summary>
internal sealed class SurveyItem(string original, QuestionType type, SurveyGroup? group, SheetRow row)
{
    /// <summary>As the file calls it.</summary>
    public string Original { get; } = original;

    public QuestionType Type => type;

    public SurveyGroup? Group => group;

    public SheetRow Row => row;

    /// <summary>As it is called here.</summary>
    public string Name { get; set; } = original;

    /// <summary>The question whose choice "other" this one asks about.</summary>
    public SurveyItem? OtherOf { get; init; }
}
