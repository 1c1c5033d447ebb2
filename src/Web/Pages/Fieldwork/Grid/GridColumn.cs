using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Web.Pages.Fieldwork.Grid;

/// <summary>What is asked for at a wave under one heading: one instrument, or the age forms of one measure by one kind of informant.</summary>
/// <param name="Name">As in extracts: <c>lubben-6</c>, <c>sdq p</c>.</param>
public sealed record GridColumn(WaveDesign Wave, Track Track, string Name, string Title)
{
    /// <summary>In the design's order, wave after wave; the forms of the interview, of teachers, of case files.</summary>
    public static ImmutableArray<GridColumn> Of(StudyFrame frame) =>
    [
        .. frame.Design.Waves.SelectMany(wave => frame.Design.Schedule
            .Where(rule => rule.IsAt(wave.Code))
            .Select(rule => frame.Shelf.Find(rule.Instrument))
            .OfType<InstrumentDefinition>()
            .Select(d => new GridColumn(wave, d.Track, NameOf(d), TitleOf(d)))
            .DistinctBy(c => c.Name)
            .OrderBy(c => c.Track)),
    ];

    public static string NameOf(InstrumentDefinition d) => d.Group is not { } group ? $"{d.Id}" : d.Prefix.Length == 0 ? group : $"{group} {d.Prefix}";

    /// <summary>Without the ages, which differ from form to form of one measure.</summary>
    private static string TitleOf(InstrumentDefinition d) => d.Group is null ? d.Title : string.Join(',', d.Title.Split(',').Take(2));
}
