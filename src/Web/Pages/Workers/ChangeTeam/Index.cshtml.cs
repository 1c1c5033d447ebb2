using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Workers.ChangeTeam;

/// <summary>Records that a worker went to another team, or to another site.</summary>
public sealed class IndexModel : WorkerPage
{
    [BindProperty]
    public string Site { get; set; } = "";

    [BindProperty]
    public string Team { get; set; } = "";

    [BindProperty]
    public TypedDate From { get; set; } = new();

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public void OnGet() => (Site, Team) = ($"{Worker.Site}", Worker.Team);

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (!SiteCode.TryParse(Site, null, out var site) || !Person.MaySee(site)) typed.Fault("Site", "Choose the site.");
        var from = typed.Read(From.Read("From", "first day in the new team"));
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        return await Answer(await Grains.Worker(Worker.Id).ChangeTeam(site, Team.Trim(), from, Stamp()),
            worker => Done($"{worker.Name} is in {(worker.Team.Length == 0 ? "no team" : worker.Team)} from {from.Words()}.", WorkersLinks.Show(worker.Id)));
    }
}
