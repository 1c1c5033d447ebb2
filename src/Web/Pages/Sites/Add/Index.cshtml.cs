using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Sites.Add;

public sealed class IndexModel(IGrainFactory grains) : StudyPage
{
    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Code { get; set; } = "";

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        if (!SiteCode.TryParse(Code.Trim(), null, out var code))
            return await ReturnPageWithTyped(new Refusal("site.code", "Give a code of small letters, digits and hyphens, such as north-elham.").At("Code"));
        return await Answer(await grains.Site(code).Open(Name.Trim(), Stamp()), site => Done($"{site.Name} is added. Set its band next.", SitesLinks.SetBand(site.Code)));
    }
}
