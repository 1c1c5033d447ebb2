using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Workers;

/// <summary>Where the pages about social workers are.</summary>
public static class WorkersLinks
{
    public const string List = "/workers";
    public const string Register = "/workers/register";

    public static string At(SiteCode site) => $"/workers?site={site}";
    public static string Listed(string site, int page) => $"/workers?page-number={page}{(site.Length == 0 ? "" : $"&site={Uri.EscapeDataString(site)}")}";
    public static string Show(WorkerId worker) => $"/workers/{worker}";
    public static string ChangeEmployment(WorkerId worker) => $"/workers/{worker}/employment";
    public static string ChangeTeam(WorkerId worker) => $"/workers/{worker}/team";
    public static string Reassign(WorkerId worker) => $"/workers/{worker}/reassign";
    public static string Leave(WorkerId worker) => $"/workers/{worker}/leave";
    public static string Form(WorkerId worker, WaveCode wave, InstrumentId instrument) => $"/workers/{worker}/forms/{wave}/{instrument}";
    public static string EnterForm(WorkerId worker, WaveCode wave, InstrumentId instrument) => $"{Form(worker, wave, instrument)}/enter";
}
