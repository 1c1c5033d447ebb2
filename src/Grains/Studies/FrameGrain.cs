using Orleans.Concurrency;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Grains.Studies;

/// <summary>The one register of the few: design, sites, workers, focus groups and instruments as one snapshot. Owns nothing; the store is the truth.</summary>
[GrainInterfaceType("sos.frame")]
public interface IFrame : IGrainWithIntegerKey
{
    /// <summary>The frame, or <c>null</c> where the caller's version is still the newest.</summary>
    [Alias("newer-than"), ReadOnly] Task<StudyFrame?> NewerThan(long version);
    [Alias("put-design")] Task Put(StudyDesign design);
    [Alias("put-site")] Task Put(Site site);
    [Alias("put-worker")] Task Put(SocialWorker worker);
    [Alias("put-group")] Task Put(FocusGroup group);
    [Alias("put-instrument")] Task Put(StudyInstrument instrument);
    /// <summary>Reads all of it from the store again.</summary>
    [Alias("reload")] Task Reload();
}

[GrainType("sos-frame")]
internal sealed class FrameGrain(IRecordStore store, RegisterOptions options, TimeProvider clock) : Grain, IFrame
{
    private StudyFrame frame = new();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await Reload();
        this.RegisterGrainTimer(Reload, new GrainTimerCreationOptions(options.ReconcileEvery, options.ReconcileEvery) { KeepAlive = true });
    }

    public Task<StudyFrame?> NewerThan(long version) => Task.FromResult(version == frame.Version ? null : frame);

    public Task Put(StudyDesign design) => Become(frame with { Design = design });

    public Task Put(Site site) => Become(frame with { Sites = frame.Sites.SetItem(site.Code, site) });

    public Task Put(SocialWorker worker) => Become(frame with { Workers = frame.Workers.SetItem(worker.Id, worker) });

    public Task Put(FocusGroup group) => Become(frame with { Groups = frame.Groups.SetItem(group.Id, group) });

    public Task Put(StudyInstrument instrument) => Become(frame with { Instruments = frame.Instruments.With(instrument) });

    public async Task Reload()
    {
        var design = await store.Read(new(StudyKeys.State, StudyKeys.State)) is { } study
            ? Fold<StudyFact, StudyDesign>(study, new(), StudyFact.Fold)
            : new StudyDesign();
        var sites = frame.Sites.ToBuilder();
        await foreach (var record in store.ReadAll(SiteKeys.State, ""))
            sites[SiteCode.Parse(record.Key.Key)] = Fold<SiteFact, Site>(record, new(SiteCode.Parse(record.Key.Key), ""), Site.Fold);
        var workers = frame.Workers.ToBuilder();
        await foreach (var record in store.ReadAll(WorkerKeys.State, ""))
            workers[WorkerId.Parse(record.Key.Key)] = Fold<WorkerFact, SocialWorker>(record, new(WorkerId.Parse(record.Key.Key)), SocialWorker.Fold);
        var groups = frame.Groups.ToBuilder();
        await foreach (var record in store.ReadAll(GroupKeys.State, ""))
            groups[GroupId.Parse(record.Key.Key)] = Fold<FocusGroupFact, FocusGroup>(record, new(GroupId.Parse(record.Key.Key)), FocusGroupFold.Next);
        var instruments = frame.Instruments;
        await foreach (var record in store.ReadAll(InstrumentKeys.State, ""))
        {
            var read = Fold<InstrumentFact, StudyInstrument>(record, new(InstrumentId.Parse(record.Key.Key)), StudyInstrument.Fold);
            if (instruments.Of(read.Id).Version != read.Version) instruments = instruments.With(read); // what depends on them alone is worked out anew with them
        }
        await Become(frame with { Design = design, Sites = sites.ToImmutable(), Workers = workers.ToImmutable(), Groups = groups.ToImmutable(), Instruments = instruments });
    }

    /// <summary>Versions are instants, so that a frame rebuilt on another silo is never taken for an older one.</summary>
    private Task Become(StudyFrame next)
    {
        frame = next with { Version = Math.Max(frame.Version + 1, clock.GetUtcNow().UtcTicks) };
        return Task.CompletedTask;
    }

    private static TState Fold<TFact, TState>(StoredRecord record, TState nothing, Func<TState, Recorded<TFact>, TState> fold) where TFact : class =>
        Ledger<TFact>.FromStored(record.Key.Key, record.Content).Facts.Aggregate(nothing, fold);
}
