using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per final disposition: of a family, at a wave, on a track.</summary>
internal static class DispositionRows
{
    public static Dataset Of(StudyDesign design) => new("dispositions", DatasetShape.Long, "Final dispositions", RowUnit.Disposition, Groups(design).Select(spec => spec.Over<FamilyReading>(r => r)));

    private static IEnumerable<ColumnSpec<FamilyReading>> Groups(StudyDesign design) =>
    [
        FamilyColumns.Family,
        .. FamilyColumns.Design(design),
        AttemptRows.WaveOf(design, r => r.WaveOf(Of(r).Wave)),
        Spec.Words<FamilyReading>("track", "Of what", EnumWords<Track>.All, r => Cells.Word((int)Of(r).Track)),
        Spec.Text<FamilyReading>("disposition", "AAPOR's code", r => Of(r).Code),
        Spec.Text<FamilyReading>("disposition_label", "In words", r => Dispositions.Find(Of(r).Code)?.Label ?? (TextCell)MissingReason.NotStated),
        Spec.Words<FamilyReading>("outcome_class", "Class of the outcome, as rates count it", EnumWords<OutcomeClass>.All, r => Dispositions.Find(Of(r).Code) is { } known ? Cells.Word((int)known.Class) : Cells.Word(MissingReason.NotStated)),
        Spec.Date<FamilyReading>("on", "From which day", r => Cells.Day(Of(r).On)),
    ];

    private static Disposition Of(FamilyReading reading) => reading.Family.Dispositions[reading.Place];
}
