using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Fieldwork;

/// <summary>How many families stand where: a line for each wave and track, a column for each state; each number leads to its families.</summary>
public sealed record DueGrid(ImmutableArray<DueGridLine> Lines)
{
    public static DueGrid Of(StudyDesign design, IEnumerable<DueCount> counts, SiteCode? site = null)
    {
        var by = counts.Where(c => site is null || c.Site == site).ToLookup(c => (c.Wave, c.Track));
        return new([.. design.Waves.SelectMany(wave => Enum.GetValues<Track>().Select(track => new DueGridLine(
            wave, track, by[(wave.Code, track)].GroupBy(c => c.State).ToImmutableDictionary(g => g.Key, g => g.Sum(c => c.Families)), site)))
            .Where(line => line.Counts.Any(c => c.Key != DueState.NotDue && c.Value > 0))]);
    }

    /// <summary>The wave that most families have to be seen in now; where none, the last.</summary>
    public static WaveCode Busiest(StudyDesign design, IEnumerable<DueCount> counts) =>
        counts.Where(c => Due.DueFilter.ToDo.Contains(c.State) && c.Track == Track.Interview).GroupBy(c => c.Wave).OrderByDescending(g => g.Sum(c => c.Families)).Select(g => g.Key)
            .DefaultIfEmpty(design.Waves.IsEmpty ? default : design.Waves[^1].Code).First();
}

public sealed record DueGridLine(WaveDesign Wave, Track Track, ImmutableDictionary<DueState, int> Counts, SiteCode? Site)
{
    public int Count(DueState state) => Counts.GetValueOrDefault(state);

    public string Link(DueState state) => FieldworkLinks.DueFor($"{Site}", $"{Wave.Code}", $"{Track}", $"{state}");
}
