using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>Who holds a case, in the words that people read.</summary>
public static class WorkerWords
{
    public static string Words(this Employment employment) => employment switch
    {
        Employment.Permanent => "Permanent",
        Employment.Agency => "Agency",
        _ => "Not known",
    };

    public static string Words(this CaseHolder holder, StudyFrame frame) => holder.Match(
        named => frame.Worker(named.Worker)?.Name ?? named.Worker.ToString(),
        unidentified => $"A worker not yet identified ({unidentified.Label})",
        team => team.Label.Length == 0 ? "Team or duty" : $"Team or duty: {team.Label}",
        _ => "Unallocated",
        _ => "Case closed",
        _ => "Not known");
}
