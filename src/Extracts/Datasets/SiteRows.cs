using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Sites;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>One row per site, with its experience bands.</summary>
internal static class SiteRows
{
    public static Dataset Of(StudyDesign design) => new("sites", DatasetShape.Long, "Sites", RowUnit.Site, Groups(design).Select(spec => spec.Over<FamilyReading>(r => r)));

    private static IEnumerable<ColumnSpec<FamilyReading>> Groups(StudyDesign design) =>
    [
        Spec.Text<FamilyReading>("site", "Site", r => Of(r).Code.Text),
        Spec.Text<FamilyReading>("site_name", "Name of the site", r => Of(r).Name),
        .. design.Synthetic ? [FamilyColumns.Synthetic] : Enumerable.Empty<ColumnSpec<FamilyReading>>(),
        FamilyColumns.Band<FamilyReading>("band", "Experience band now", design, r => Of(r).BandOn(r.Context.Today)),
        FamilyColumns.Band<FamilyReading>("band_first", "Experience band first known", design, r => Of(r).Bands is [var first, ..] ? first.Band : null),
        Spec.Date<FamilyReading>("band_since", "In the present band since", r => Cells.Day(Of(r).Bands.LastOrDefault(b => b.From <= r.Context.Today)?.From, MissingReason.NotStated)),
        Spec.Count<FamilyReading>("bands", "Number of bands that the site has been in", r => Cells.Dense(Of(r).Bands.Length)),
    ];

    private static Site Of(FamilyReading reading) => reading.Sites[reading.Place];
}
