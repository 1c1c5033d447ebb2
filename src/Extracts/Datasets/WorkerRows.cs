using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per social worker, under an id. Names and teams stay out.</summary>
internal static class WorkerRows
{
    public static Dataset Of(StudyDesign design) => new("workers", DatasetShape.Long, "Social workers", RowUnit.Worker, Groups(design).Select(spec => spec.Over<FamilyReading>(r => r)));

    private static IEnumerable<ColumnSpec<FamilyReading>> Groups(StudyDesign design) =>
    [
        Spec.Id<FamilyReading>("worker", "Social worker", r => $"{Of(r).Id}"),
        .. design.Synthetic ? [FamilyColumns.Synthetic] : Enumerable.Empty<ColumnSpec<FamilyReading>>(),
        Spec.Text<FamilyReading>("site", "Site now", r => Of(r).Site.Text),
        FamilyColumns.Band<FamilyReading>("band", "Experience band of the site now", design, r => r.BandOf(Of(r).Site, r.Context.Today)),
        Spec.Words<FamilyReading>("employment", "How employed now, or last", EnumWords<Employment>.All, r => Cells.Word((int)Of(r).EmploymentOn(Of(r).LeftOn ?? r.Context.Today))),
        Spec.Words<FamilyReading>("any_agency", "Ever agency staff", ["no", "yes", "not-known"], r => Cells.Word(Of(r).AgencyBetween(Since(r) ?? r.Context.Today, Of(r).LeftOn ?? r.Context.Today) switch { false => 0, true => 1, null => 2 })),
        Spec.Date<FamilyReading>("known_since", "First day that terms of employment are known of", r => Cells.Day(Since(r), MissingReason.NotStated)),
        Spec.Date<FamilyReading>("left_on", "Left on", r => Cells.Day(Of(r).LeftOn, MissingReason.NotApplicable)),
        Spec.Count<FamilyReading>("employment_spells", "Number of terms of employment", r => Cells.Dense(Of(r).Spells.Length)),
    ];

    private static SocialWorker Of(FamilyReading reading) => reading.Workers[reading.Place];

    private static DateOnly? Since(FamilyReading reading) => Of(reading).Spells is [var first, ..] ? first.From : null;
}
