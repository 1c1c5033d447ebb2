using SosLongitudinal.Exchange.Sheets;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>A group or repeat of the survey sheet while it is read.</summary>
internal sealed class SurveyGroup(string original, SurveyGroup? parent, SheetRow row, QuestionKind kind)
{
    /// <summary>As the file calls it.</summary>
    public string Original { get; } = original;

    public SurveyGroup? Parent => parent;

    public SheetRow Row => row;

    public QuestionKind Kind => kind;

    /// <summary>As it is called here.</summary>
    public string Name { get; set; } = original;

    /// <summary>How often a repeat can be filled in; one within another is asked once each time.</summary>
    public int? Repeat { get; set; }

    public string? RepeatCount { get; set; }

    /// <summary>Nothing in it is taken.</summary>
    public bool Skipped => kind == QuestionKind.BeginLoop || parent is { Skipped: true };

    public IEnumerable<SurveyGroup> Upwards()
    {
        for (var group = this; group is not null; group = group.Parent) yield return group;
    }

    /// <summary>The repeat that lays its items out: the outermost.</summary>
    public SurveyGroup? Repeating() => Upwards().LastOrDefault(g => g.Repeat is not null);
}
