using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Vouchers;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Vouchers.List;

/// <summary>The vouchers of a site and wave: what was given, and of what there is no receipt yet.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    public static readonly IEnumerable<Choice> Receipts = [new("none", "No receipt yet")];

    [BindProperty(SupportsGet = true)] public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Wave { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Receipt { get; set; } = "";

    public IEnumerable<Choice> Sites { get; private set; } = [];

    public IEnumerable<Choice> Waves { get; private set; } = [];

    public VoucherRows Rows { get; private set; } = null!;

    public async Task OnGet()
    {
        var frame = await frames.Current();
        Sites = frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice(s.Code.ToString(), s.Name));
        Waves = frame.Design.Waves.Select(w => new Choice(w.Code.ToString(), w.Name));
        var found = await grains.Vouchers().Find(new()
        {
            Scope = Person.Scope(), Site = SiteCode.TryParse(Site, null, out var site) ? site : null, Wave = WaveCode.TryParse(Wave, null, out var wave) ? wave : null, Open = Receipt == "none",
        });
        Rows = new(found, frame, Family: true, Person.May("Vouchers/Show"));
    }
}
