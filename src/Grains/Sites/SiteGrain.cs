using Orleans.Runtime;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;

namespace SosLongitudinal.Grains.Sites;

/// <summary>One site and its dated attributes.</summary>
[GrainInterfaceType("sos.site")]
public interface ISite : IGrainWithStringKey
{
    [Alias("open")] Task<Decision<Site>> Open(string name, Stamp stamp);
    [Alias("rename")] Task<Decision<Site>> Rename(string name, Stamp stamp);
    [Alias("set-band")] Task<Decision<Site>> SetBand(string band, DateOnly from, Stamp stamp);
    [Alias("enter-form")] Task<Decision<Site>> EnterForm(UnitFormEntry entry, Stamp stamp);
    [Alias("read")] Task<Site> Read();
}

/// <summary>The door to one site.</summary>
[GrainType("sos-site")]
internal sealed class SiteGrain([PersistentState(SiteKeys.State, Records.Provider)] IPersistentState<Ledger<SiteFact>> record, StudyFrames frames, TimeProvider clock)
    : LedgerGrain<SiteFact, Site>(record, clock), ISite
{
    protected override Site Nothing => new(SiteCode.Parse(Key), "");

    protected override Site Fold(Site state, Recorded<SiteFact> fact) => Site.Fold(state, fact);

    protected override Task Committed() => frames.Put(State);

    public Task<Decision<Site>> Open(string name, Stamp stamp) => Decide(stamp, (site, _) => SiteRules.Open(site, name), site => site);

    public Task<Decision<Site>> Rename(string name, Stamp stamp) => Decide(stamp, (site, _) => SiteRules.Rename(site, name), site => site);

    public Task<Decision<Site>> SetBand(string band, DateOnly from, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (site, _) => SiteRules.SetBand(site, frame.Design, band, from), site => site));

    public Task<Decision<Site>> EnterForm(UnitFormEntry entry, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (site, s) => SiteRules.EnterForm(site, frame, entry, s), site => site));

    public Task<Site> Read() => Task.FromResult(State);
}

public static class SiteKeys
{
    public const string State = "site";

    public static ISite Site(this IGrainFactory grains, SiteCode site) => grains.GetGrain<ISite>(site.ToString());
}
