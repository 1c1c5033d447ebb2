using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Comparing;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;
using Choice = SosLongitudinal.Study.Instruments.Choice;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>Words for what definitions and their versions say.</summary>
public static class InstrumentWords
{
    public static string About(InstrumentDefinition d) => About(d.Subject);

    public static string About(InstrumentSubject subject) => subject switch
    {
        InstrumentSubject.Family => "The family",
        InstrumentSubject.Child => "A child",
        InstrumentSubject.Carer => "A carer",
        InstrumentSubject.Worker => "A social worker",
        _ => "A site",
    };

    public static string AnsweredBy(InstrumentDefinition d) => string.Join(", ", d.Respondents.Select(r => r.Words()));

    /// <summary>What an item takes: <c>0 to 20</c>, <c>date</c>; choices are shown one by one.</summary>
    public static string Takes(Item item) => item.Type switch
    {
        ItemType.Number when item is { Min: { } min, Max: { } max } => $"number, {min:0.##} to {max:0.##}",
        ItemType.Number when item.Min is { } min => $"number, {min:0.##} or more",
        ItemType.Number when item.Max is { } max => $"number, {max:0.##} or less",
        _ => ItemTypeWords.Of(item.Type),
    };

    /// <summary>What can be chosen, in one line: <c>1 Never, 2 Often</c>, the middle of a long list left out.</summary>
    public static string Offered(IEnumerable<Choice> choices)
    {
        var words = choices.Select(c => c.Label is null ? $"{c.Code}" : $"{c.Code} {c.Label}").ToList();
        return words.Count <= 3 ? string.Join(", ", words) : $"{words[0]} ... {words[^1]}";
    }

    public static string? Condition(Item item) =>
        item.Relevant ?? (item.Relevance is { } gate ? $"{gate.Item} is {string.Join(" or ", gate.Values)}" : null);

    /// <summary>What is asked of an item beside its kind of answer, one line each.</summary>
    public static IEnumerable<(string What, string Rule)> Rules(Item item)
    {
        if (Condition(item) is { } condition) yield return ("Asked where:", condition);
        if (item.RequiredWhen is { } required) yield return ("Must be answered where:", required);
        if (item.ReadOnlyWhen is { } readOnly) yield return ("Not keyed where:", readOnly);
        if (item.Constraint is { } constraint) yield return ("Taken where:", constraint);
        if (item.Calculation is { } calculation) yield return (item.Type == ItemType.Computed ? "Worked out:" : "Filled in with:", calculation);
        if (item.ChoiceFilter is { } filter) yield return ("Choices where:", filter);
        if (item.Default is { } start) yield return ("Starts with:", start);
    }

    /// <summary>The version in force at each wave today, waves with the same one together.</summary>
    public static string InForce(StudyFrame frame, InstrumentId id, DateOnly today)
    {
        var waves = frame.Design.Waves.Select(w => (w.Name, frame.InForce(id, w.Code, today)?.Version)).Where(w => w.Version is not null).ToList();
        return waves.Select(w => w.Version).Distinct().ToList() is [var one] ? $"Version {one} at every wave" : string.Join("; ", waves.Select(w => $"{w.Name}: version {w.Version}"));
    }

    public static string Words(this ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "Added",
        ChangeKind.Dropped => "Dropped",
        ChangeKind.Relabelled => "Other words",
        ChangeKind.TypeChanged => "Other kind of answer",
        ChangeKind.ChoiceAdded => "Choice added",
        ChangeKind.ChoiceDropped => "Choice dropped",
        ChangeKind.Recoded => "Recoded",
        ChangeKind.RelevanceChanged => "Other condition",
        ChangeKind.RuleChanged => "Other rule",
        ChangeKind.Renumbered => "Other number",
        ChangeKind.Calculated => "Other calculation",
        ChangeKind.ScaleAdded => "Scale added",
        ChangeKind.ScaleDropped => "Scale dropped",
        ChangeKind.ScaleChanged => "Scale changed",
        ChangeKind.Translated => "Other words in a further language",
        ChangeKind.BandsChanged => "Bands changed",
        ChangeKind.SectionChanged => "Section changed",
        _ => "The form",
    };

    public static Tone Tone(this ChangeKind kind) => kind switch
    {
        ChangeKind.Added or ChangeKind.ChoiceAdded or ChangeKind.ScaleAdded => Shell.Components.Tone.Good,
        ChangeKind.TypeChanged or ChangeKind.Recoded or ChangeKind.ScaleChanged or ChangeKind.BandsChanged => Shell.Components.Tone.Attention,
        ChangeKind.Dropped or ChangeKind.ChoiceDropped or ChangeKind.ScaleDropped => Shell.Components.Tone.Waiting,
        _ => Shell.Components.Tone.Neutral,
    };

    public static string Words(this LinkKind kind) => kind switch
    {
        LinkKind.Same => "Same item",
        LinkKind.Recoded => "Recoded",
        _ => "Not comparable",
    };

    public static string Table(ItemLink link) => string.Join(' ', link.Recode.Select(p => $"{p.Was}={p.Becomes}"));
}
