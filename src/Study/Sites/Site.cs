using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Sites;

/// <summary>An experience band and the day from which a site is in it.</summary>
[GenerateSerializer, Immutable, Alias("sos.site-band")]
public sealed record SiteBand([property: Id(0)] string Band, [property: Id(1)] DateOnly From);

/// <summary>A site as folded from its facts. <see cref="Bands"/> stand in order of their dates.</summary>
[GenerateSerializer, Immutable, Alias("sos.site")]
public sealed record Site([property: Id(0)] SiteCode Code, [property: Id(1)] string Name)
{
    [Id(2)] public ImmutableArray<SiteBand> Bands { get; init; } = [];

    /// <summary>What was answered about the site: one form a wave and instrument.</summary>
    [Id(3)] public ImmutableArray<UnitForm> Forms { get; init; } = [];

    /// <summary>How many facts have been folded.</summary>
    [Id(4)] public int Version { get; init; }

    public bool IsOpen => Name.Length > 0;

    /// <summary>The band on a day: the last that began on or before it, else the first known; empty where none is.</summary>
    public string BandOn(DateOnly day) => (Bands.LastOrDefault(b => b.From <= day) ?? Bands.FirstOrDefault())?.Band ?? "";

    public static Site Fold(Site site, Recorded<SiteFact> fact) => Apply(site, fact) with { Version = fact.Head.N };

    private static Site Apply(Site site, Recorded<SiteFact> fact) => fact.Content switch
    {
        SiteFact.Opened f => site with { Name = f.Name },
        SiteFact.Renamed f => site with { Name = f.Name },
        SiteFact.BandSet f => site with { Bands = [.. site.Bands.Where(b => b.From != f.From).Append(new(f.Band, f.From)).OrderBy(b => b.From)] },
        SiteFact.FormEntered f => site with { Forms = UnitFormRules.With(site.Forms, f.Form, fact.Head) },
        _ => site,
    };
}

/// <summary>What can happen to a site.</summary>
[RecordKind("sos.site")]
[JsonDerivedType(typeof(Opened), "site.opened")]
[JsonDerivedType(typeof(Renamed), "site.renamed")]
[JsonDerivedType(typeof(BandSet), "site.band-set")]
[JsonDerivedType(typeof(FormEntered), "site.form-entered")]
public abstract record SiteFact
{
    private SiteFact() { }

    public sealed record Opened(string Name) : SiteFact;
    public sealed record Renamed(string Name) : SiteFact;
    public sealed record BandSet(string Band, DateOnly From) : SiteFact;
    public sealed record FormEntered(UnitFormEntry Form) : SiteFact;
}

/// <summary>Decisions about a site.</summary>
public static class SiteRules
{
    public static Decision<ImmutableArray<SiteFact>> Open(Site site, string name) =>
        string.IsNullOrWhiteSpace(name) || name.Length > 80 ? SiteRefusals.Name
        : site.Name == name ? Facts.None<SiteFact>()
        : site.IsOpen ? SiteRefusals.Taken(site)
        : Facts.Of<SiteFact>(new SiteFact.Opened(name));

    public static Decision<ImmutableArray<SiteFact>> Rename(Site site, string name) =>
        !site.IsOpen ? SiteRefusals.Unknown(site.Code)
        : string.IsNullOrWhiteSpace(name) || name.Length > 80 ? SiteRefusals.Name
        : site.Name == name ? Facts.None<SiteFact>()
        : Facts.Of<SiteFact>(new SiteFact.Renamed(name));

    public static Decision<ImmutableArray<SiteFact>> SetBand(Site site, StudyDesign design, string band, DateOnly from) =>
        !site.IsOpen ? SiteRefusals.Unknown(site.Code)
        : design.Bands.All(b => b.Code != band) ? SiteRefusals.UnknownBand(band)
        : site.Bands.Contains(new(band, from)) ? Facts.None<SiteFact>()
        : Facts.Of<SiteFact>(new SiteFact.BandSet(band, from));

    public static Decision<ImmutableArray<SiteFact>> EnterForm(Site site, StudyFrame frame, UnitFormEntry entry, Stamp stamp) =>
        !site.IsOpen ? SiteRefusals.Unknown(site.Code)
        : UnitFormRules.Enter(site.Forms, frame, InstrumentSubject.Site, entry, stamp).Then(changes => changes ? Facts.Of<SiteFact>(new SiteFact.FormEntered(entry)) : Facts.None<SiteFact>());
}

public static class SiteRefusals
{
    public static readonly Refusal Name = new("site.name", "Give the site a name of at most 80 characters.");
    public static Refusal Taken(Site site) => new("site.taken", $"The code '{site.Code}' is already {site.Name}.", RefusalKind.Conflict);
    public static Refusal Unknown(SiteCode code) => new("site.unknown", $"There is no site '{code}'.", RefusalKind.NotFound);
    public static Refusal UnknownBand(string band) => new("site.unknown-band", $"The study has no experience band '{band}'.");
}
