using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>What is chosen from on the pages about instruments.</summary>
public static class InstrumentChoices
{
    /// <summary>The kinds of answer that a page can add; the rest is said in the definition's text.</summary>
    public static IEnumerable<Choice> Types { get; } =
        [.. new[] { ItemType.Code, ItemType.Codes, ItemType.Number, ItemType.Text, ItemType.Date, ItemType.Time, ItemType.DateTime, ItemType.Ranking, ItemType.Note, ItemType.Computed }.Select(t => new Choice($"{t}", Upper(ItemTypeWords.Of(t))))];

    /// <summary>The lists that the draft has, by what they offer.</summary>
    public static IEnumerable<Choice> Lists(InstrumentDefinition draft) =>
        draft.ChoiceLists.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => new Choice(l.Key, $"As in {l.Key}: {InstrumentWords.Offered(l.Value.Where(c => !c.Dropped))}"));

    public static IEnumerable<Choice> Waves(StudyFrame frame) => frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public static IEnumerable<Choice> Versions(StudyInstrument kept) => kept.Published().Reverse().Select(d => new Choice($"{d.Version}", $"Version {d.Version}"));

    private static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
