using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Sites.SetBand;

public sealed class IndexModel(IGrainFactory grains) : SitePage
{
    [BindProperty]
    public string Band { get; set; } = "";

    [BindProperty]
    public TypedDate From { get; set; } = new();

    public IEnumerable<Choice> Bands => Frame.Design.Bands.Select(b => new Choice(b.Code, b.Label));

    public void OnGet() => Band = Site.BandOn(Today);

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var from = typed.Read(From.Read("From", "first day in this band"));
        if (Band.Length == 0) typed.Fault("Band", "Choose a band.");
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        return await Answer(await grains.Site(Site.Code).SetBand(Band, from, Stamp()),
            site => Done($"{site.Name} is in the band '{BandWords.Of(Frame.Design, Band)}' from {from.Words()}.", SitesLinks.Show(site.Code)));
    }
}
