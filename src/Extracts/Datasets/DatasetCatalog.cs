using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>Every table of a study: the families, their children and respondents, everything of each study child side by side, worker spells, case events, attempts, tracing, appointments, dispositions and paradata, the workers, the sites, the focus groups, one long and one wide table for each group of instruments, and one for each instrument about workers or sites.</summary>
public sealed class DatasetCatalog
{
    private static readonly ConditionalWeakTable<StudyDesign, ConditionalWeakTable<StudyInstruments, Layouts>> Known = [];

    private DatasetCatalog(StudyFrame frame, VersionLayout layout, bool withTexts)
    {
        var forms = Measure.AllOf(frame.Shelf).GroupBy(m => m.Dataset).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        All =
        [
            Families.Of(frame, layout),
            ChildRows.Of(frame.Design),
            RespondentRows.Of(frame.Design),
            WideForms.Everything(frame, layout),
            WorkerSpellRows.Of(frame.Design),
            CaseEventRows.Of(frame.Design),
            AttemptRows.Of(frame.Design),
            TracingRows.Of(frame.Design),
            AppointmentRows.Of(frame.Design),
            DispositionRows.Of(frame.Design),
            ParadataRows.Of(frame.Design, [.. forms.SelectMany(g => g).SelectMany(m => m.Instruments)]),
            WorkerRows.Of(frame.Design),
            SiteRows.Of(frame.Design),
            FocusGroupRows.Of(frame.Design),
            .. frame.Design.DoubleEntry.IsEmpty ? Enumerable.Empty<Dataset>() : [TwiceEnteredItems.Of(frame.Design)],
            .. forms.Select(g => LongForms.Of(frame, layout, g.Key, [.. g.SelectMany(m => m.Instruments)], withTexts)),
            .. forms.Select(g => WideForms.Of(frame, layout, g.Key, [.. g], withTexts)),
            .. frame.Shelf.Newest.Where(i => i.Subject is InstrumentSubject.Worker or InstrumentSubject.Site).Select(i => UnitForms.Of(frame, layout, i)),
        ];
    }

    public ImmutableArray<Dataset> All { get; }

    /// <summary>Made once per design, set of instruments and layout.</summary>
    /// <param name="withTexts">Whether forms' items of free text are columns: only for releases that ask for some of them.</param>
    public static DatasetCatalog Of(StudyFrame frame, VersionLayout layout = VersionLayout.Merged, bool withTexts = false)
    {
        if (withTexts) return new(frame, layout, withTexts);
        var kept = Known.GetValue(frame.Design, _ => []).GetValue(frame.Instruments, _ => new());
        return layout == VersionLayout.Merged ? kept.Merged ??= new(frame, layout, false) : kept.Apart ??= new(frame, layout, false);
    }

    /// <summary>A table by its name; where it has one shape only, that one. <c>null</c> where there is none.</summary>
    public Dataset? Find(string name, DatasetShape shape = DatasetShape.Long) =>
        All.FirstOrDefault(d => d.Name == name && d.Shape == shape) ?? All.FirstOrDefault(d => d.Name == name && All.Count(o => o.Name == name) == 1);

    private sealed class Layouts
    {
        public DatasetCatalog? Merged { get; set; }
        public DatasetCatalog? Apart { get; set; }
    }
}
