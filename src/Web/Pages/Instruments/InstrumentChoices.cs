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
        [.. new[] { ItemType.Code, ItemType.Codes, ItemType.Number, ItemType.Text, ItemType.Date, ItemType.Time, ItemType.DateTime, ItemType.Ranking, ItemType.Note }.Select(t => new Choice($"{t}", Upper(ItemTypeWords.Of(t))))];

    public static IEnumerable<Choice> Waves(StudyFrame frame) => frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public static IEnumerable<Choice> Versions(StudyInstrument kept) => kept.Published().Reverse().Select(d => new Choice($"{d.Version}", $"Version {d.Version}"));

    /// <summary>The items in form order.</summary>
    public static IEnumerable<Choice> Items(InstrumentDefinition draft) => draft.Sections.SelectMany(s => s.Items).Select(i => new Choice(i.Name, $"{i.Number} {i.Caption()}"));

    private static string Upper(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
