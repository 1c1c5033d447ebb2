using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Templates;

namespace SosLongitudinal.Grains.Studies;

/// <summary>Opens an empty study from a template: its design, then its sites with their bands. Asked again under the same stamp it goes on where it stopped.</summary>
public static class StudyOpening
{
    public static async Task<Decision<StudyDesign>> OpenStudy(this IGrainFactory grains, StudyTemplate template, Stamp stamp)
    {
        var opened = await grains.Study().Open(template.Design, stamp);
        foreach (var site in template.Sites)
        {
            if (opened is Decision<StudyDesign>.Refused) break;
            if (await Open(grains.Site(site.Code), site, stamp) is { } why) opened = why;
        }
        return opened;
    }

    private static async Task<Refusal?> Open(ISite door, TemplateSite site, Stamp stamp)
    {
        var decision = await door.Open(site.Name, stamp.For($"{site.Code}"));
        foreach (var band in site.Bands)
            if (decision is Decision<Site>.Accepted) decision = await door.SetBand(band.Band, band.From, stamp.For($"{site.Code}~{band.From:O}"));
        return (decision as Decision<Site>.Refused)?.Why;
    }
}
