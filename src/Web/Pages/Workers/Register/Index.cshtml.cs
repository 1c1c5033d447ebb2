using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Workers.Register;

public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Site { get; set; } = "";

    [BindProperty]
    public string Team { get; set; } = "";

    [BindProperty]
    public Employment? Employment { get; set; }

    [BindProperty]
    public TypedDate From { get; set; } = new();

    public IReadOnlyList<Choice> Sites { get; private set; } = [];

    protected override async Task Load() =>
        Sites = [.. (await frames.Current()).Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name))];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (string.IsNullOrWhiteSpace(Name)) typed.Fault("Name", "Enter the worker's name.");
        if (!SiteCode.TryParse(Site, null, out var site) || !Person.MaySee(site)) typed.Fault("Site", "Choose the site.");
        var employment = typed.Chosen(Employment, "Employment", "Choose the terms of employment.");
        var from = typed.Read(From.Read("From", "first day"));
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        return await Answer(await grains.RegisterWorker(new(Name.Trim(), site, Team.Trim(), employment, from), Stamp()),
            worker => Done($"{worker.Name} is registered as {worker.Id}.", WorkersLinks.Show(worker.Id)));
    }
}
