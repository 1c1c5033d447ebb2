using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;

namespace SosLongitudinal.Study.Templates;

/// <summary>A study ready to be opened: its design and its sites with their dated bands. Data, not code.</summary>
/// <param name="Note">What an administrator should know before opening a study from it.</param>
public sealed record StudyTemplate(string Name, string Note, StudyDesign Design, ImmutableArray<TemplateSite> Sites);

/// <summary>One site of a template.</summary>
public sealed record TemplateSite(SiteCode Code, string Name, ImmutableArray<SiteBand> Bands)
{
    /// <summary>What a new site's record begins with.</summary>
    public IEnumerable<SiteFact> Facts => [new SiteFact.Opened(Name), .. Bands.Select(b => new SiteFact.BandSet(b.Band, b.From))];
}
