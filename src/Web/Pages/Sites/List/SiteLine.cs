using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Web.Pages.Fieldwork.Due;

namespace SosLongitudinal.Web.Pages.Sites.List;

/// <summary>One site of the list.</summary>
/// <param name="Families">At whatever stage.</param>
/// <param name="Consented">Consented and not ended.</param>
/// <param name="ToDo">Interviews that are open or overdue, over all waves.</param>
/// <param name="Workers">Social workers who have not left.</param>
public sealed record SiteLine(Site Site, string Band, int Families, int Consented, int ToDo, int Workers)
{
    public static ImmutableArray<SiteLine> Of(StudyFrame frame, DateOnly today, IEnumerable<Site> sites, IReadOnlyCollection<StageCount> stages, IReadOnlyCollection<DueCount> due) =>
    [
        .. sites.OrderBy(s => s.Name, StringComparer.Ordinal).Select(site => new SiteLine(
            site,
            BandWords.Of(frame.Design, site.BandOn(today)),
            stages.Where(c => c.Site == site.Code).Sum(c => c.Families),
            stages.Where(c => c.Site == site.Code && c.Stage == Stage.Consented).Sum(c => c.Families),
            due.Where(c => c.Site == site.Code && c.Track == Track.Interview && DueFilter.ToDo.Contains(c.State)).Sum(c => c.Families),
            frame.Workers.Values.Count(w => w.Site == site.Code && !(w.LeftOn <= today)))),
    ];
}
