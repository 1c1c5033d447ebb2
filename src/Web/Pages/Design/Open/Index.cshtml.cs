using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Templates;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Design.Open;

/// <summary>Starts an empty study from a template: its design and its sites with their bands. Asked again after a fault, it goes on where it stopped.</summary>
public sealed class IndexModel(IGrainFactory grains) : StudyPage
{
    [BindProperty]
    public string Template { get; set; } = "";

    private static ImmutableArray<StudyTemplate> Templates { get; } = [.. StudyTemplates.Names.Select(n => StudyTemplates.Find(n)!)];

    public IEnumerable<Choice> Choices => Templates.Select(t => new Choice(t.Name, t.Design.Title, $"{t.Sites.Length} sites, {t.Design.Cohorts.Length} cohorts, {t.Design.Waves.Length} waves. {t.Note}"));

    public async Task<IActionResult> OnGet() => (await grains.Study().Read()).IsOpen ? LocalRedirect(DesignLinks.Show) : Page();

    public async Task<IActionResult> OnPost()
    {
        if (Templates.FirstOrDefault(t => t.Name == Template) is not { } template) return await ReturnPageWithTyped(new Refusal("template.none", "Choose a template.").At("Template"));
        if (await grains.Study().Open(template.Design, Stamp()) is Decision<StudyDesign>.Refused(var why)) return await ReturnPageWithTyped(why);
        foreach (var site in template.Sites)
            if (await Open(site) is { } no) return await ReturnPageWithTyped(no);
        return Done($"The study is open, with {template.Sites.Length} sites.", DesignLinks.Show);
    }

    private async Task<Refusal?> Open(TemplateSite site)
    {
        var decision = await grains.Site(site.Code).Open(site.Name, Stamp().For($"{site.Code}"));
        foreach (var band in site.Bands)
            if (decision is Decision<Site>.Accepted) decision = await grains.Site(site.Code).SetBand(band.Band, band.From, Stamp().For($"{site.Code}~{band.From:O}"));
        return (decision as Decision<Site>.Refused)?.Why;
    }
}
