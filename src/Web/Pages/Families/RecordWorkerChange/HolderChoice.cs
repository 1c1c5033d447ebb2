using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Families.RecordWorkerChange;

/// <summary>Who holds the case, as chosen and typed.</summary>
public static class HolderChoice
{
    public static readonly IReadOnlyList<Choice> All =
    [
        new("worker", "A social worker"),
        new("unidentified", "A worker not yet identified", "Somebody new whose name is not known yet"),
        new("team", "A team or the duty desk"),
        new("unallocated", "Nobody: the case is unallocated"),
        new("closed", "Nobody: the case is closed"),
        new("not-known", "Not known"),
    ];

    public static IEnumerable<Choice> Workers(StudyFrame frame, SiteCode site) => frame.Workers.Values
        .Where(w => w.Site == site && w.LeftOn is null)
        .OrderBy(w => w.Name, StringComparer.Ordinal)
        .Select(w => new Choice(w.Id.ToString(), w.Team.Length == 0 ? $"{w.Name} ({w.Id})" : $"{w.Name}, {w.Team} ({w.Id})"));

    public static CaseHolder? Read(string kind, string worker, string label, TypedFields typed)
    {
        switch (kind)
        {
            case "worker" when WorkerId.TryParse(worker, null, out var id): return new CaseHolder.Named(id);
            case "worker": typed.Fault("Worker", "Choose the social worker."); return null;
            case "unidentified" when string.IsNullOrWhiteSpace(label): typed.Fault("Label", "Give a label that tells this worker from others, such as new worker, east team."); return null;
            case "unidentified": return new CaseHolder.Unidentified(label.Trim());
            case "team": return new CaseHolder.Team(label.Trim());
            case "unallocated": return new CaseHolder.Unallocated();
            case "closed": return new CaseHolder.Closed();
            case "not-known": return new CaseHolder.NotKnown();
            default: typed.Fault("Kind", "Choose who holds the case."); return null;
        }
    }
}
