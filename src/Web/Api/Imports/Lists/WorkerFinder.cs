using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Web.Api.Imports.Lists;

/// <summary>From what a row says of a worker to the worker's id: the id itself, or the authority's number.</summary>
internal sealed class WorkerFinder(StudyFrame frame)
{
    private readonly ILookup<string, SocialWorker> byNumber = frame.Workers.Values.Where(w => w.Alias.Length > 0).ToLookup(w => w.Alias, StringComparer.OrdinalIgnoreCase);

    /// <param name="site">Where two authorities use the same number, that of this site is meant.</param>
    public Decision<WorkerId> Find(string text, SiteCode? site)
    {
        if (WorkerId.TryParse(text, null, out var id) && frame.Worker(id) is not null) return id;
        var found = byNumber[text].ToList();
        if (found.Count > 1 && found.Where(w => w.Site == site).ToList() is [var here]) return here.Id;
        return found switch { [var only] => only.Id, [] => ListRowRefusals.UnknownWorker(text), _ => ListRowRefusals.SeveralWorkers(text) };
    }
}
