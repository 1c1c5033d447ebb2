using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Progress;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Fieldwork.Progress;

/// <summary>How far one group's interviews of a wave have come.</summary>
/// <param name="Key">A site's code or an interviewer's account; empty where nobody is assigned.</param>
public sealed record ProgressLine(string Key, string Name, ImmutableDictionary<ProgressState, int> Counts)
{
    public int Count(ProgressState state) => Counts.GetValueOrDefault(state);

    /// <summary>Families whose window has opened, or who were met before it did.</summary>
    public int Asked => Counts.Where(c => c.Key != ProgressState.NotOpen).Sum(c => c.Value);

    public int Done => Count(ProgressState.Done);

    public string Percent => Asked == 0 ? "–" : (100.0 * Done / Asked).ToString("0", CultureInfo.InvariantCulture) + "%";
}

/// <summary>One of the tables: its lines, and where the number of a line and state leads.</summary>
public sealed record ProgressLines(string Head, string Caption, WaveDesign Wave, ImmutableArray<ProgressLine> Lines, Func<(string Key, ProgressState State), string?> Link);

/// <summary>A wave's progress in three tellings of the same families: altogether, by site, by interviewer.</summary>
public sealed record ProgressTable(WaveDesign Wave, ProgressLine All, ImmutableArray<ProgressLine> Sites, ImmutableArray<ProgressLine> Interviewers)
{
    public static readonly ImmutableArray<ProgressState> Columns =
        [ProgressState.Done, ProgressState.Booked, ProgressState.ToBook, ProgressState.Overdue, ProgressState.PartDone, ProgressState.Lost, ProgressState.NotOpen];

    public static ProgressTable Of(StudyFrame frame, WaveDesign wave, IEnumerable<ProgressCount> counts, SiteCode? site, IReadOnlyDictionary<string, string> names)
    {
        var here = counts.Where(c => c.Wave == wave.Code && (site is null || c.Site == site)).ToList();
        return new(wave, new("", "All", Sum(here)),
            Lines(here, c => $"{c.Site}", c => frame.Sites.GetValueOrDefault(c.Site)?.Name ?? $"{c.Site}"),
            Lines(here, c => c.Interviewer, c => c.Interviewer.Length == 0 ? "Nobody assigned" : names.GetValueOrDefault(c.Interviewer, c.Interviewer)));
    }

    /// <summary>The list behind a number; <c>null</c> where there is none that says the same.</summary>
    public static string? Link(WaveDesign wave, ProgressState state, string? site, string? interviewer) => state switch
    {
        ProgressState.Overdue => FieldworkLinks.DueFor(site, $"{wave.Code}", $"{Track.Interview}", $"{DueState.Overdue}", interviewer),
        ProgressState.PartDone => FieldworkLinks.DueFor(site, $"{wave.Code}", $"{Track.Interview}", $"{DueState.Part}", interviewer),
        ProgressState.Done => FieldworkLinks.DueFor(site, $"{wave.Code}", $"{Track.Interview}", $"{DueState.Achieved}", interviewer),
        ProgressState.Lost => FieldworkLinks.DueFor(site, $"{wave.Code}", $"{Track.Interview}", $"{DueState.Lost}", interviewer),
        _ => null,
    };

    private static ImmutableArray<ProgressLine> Lines(List<ProgressCount> counts, Func<ProgressCount, string> by, Func<ProgressCount, string> name) =>
        [.. counts.GroupBy(by).Select(g => new ProgressLine(g.Key, name(g.First()), Sum(g))).OrderBy(l => l.Key.Length == 0).ThenBy(l => l.Name, StringComparer.Ordinal)];

    private static ImmutableDictionary<ProgressState, int> Sum(IEnumerable<ProgressCount> counts) =>
        counts.GroupBy(c => c.State).ToImmutableDictionary(g => g.Key, g => g.Sum(c => c.Families));
}
