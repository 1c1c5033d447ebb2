using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per case event. Sources and reasons are free text and stay out.</summary>
internal static class CaseEventRows
{
    public static Dataset Of(StudyDesign design) => new("case-events", DatasetShape.Long, "Case events", RowUnit.CaseEvent, Groups(design).Select(spec => spec.Over<FamilyReading>(r => r)));

    private static IEnumerable<ColumnSpec<FamilyReading>> Groups(StudyDesign design) =>
    [
        FamilyColumns.Family,
        Spec.Count<FamilyReading>("event", "Number of the event within the family, in the order of recording, from 1", r => Cells.Dense(r.Place + 1)),
        .. FamilyColumns.Design(design),
        Spec.Text<FamilyReading>("site", "Site at the event", r => r.Family.SiteOn(Of(r).On.Earliest).Text),
        Spec.Words<FamilyReading>("kind", "What happened", EnumWords<CaseEventKind>.All, r => Cells.Word((int)Of(r).Kind)),
        Spec.Date<FamilyReading>("on", "First day on which it can have happened", r => Cells.Day(Of(r).On.Earliest)),
        Spec.Words<FamilyReading>("on_precision", "How precisely the day is known", Precisions, r => Precision(Of(r).On)),
        Spec.Id<FamilyReading>("child", "Child concerned; empty where it is the family", r => Of(r).Child?.ToString() ?? ""),
        Spec.Count<FamilyReading>("days_since_sampled", "Days since the family was sampled", r => Cells.Dense(Math.Clamp(Of(r).On.Earliest.DayNumber - r.Family.SampledOn.DayNumber, DenseCode.Least, DenseCode.Most))),
    ];

    internal static IReadOnlyList<string> Precisions { get; } = ["day", "month", "year"];

    internal static int Precision(PartialDate date) => Cells.Word(date switch { { Month: 0 } => 2, { Day: 0 } => 1, _ => 0 });

    private static CaseEvent Of(FamilyReading reading) => reading.Family.CaseEvents[reading.Place];
}
