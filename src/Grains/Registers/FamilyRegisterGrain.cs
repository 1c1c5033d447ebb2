using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>The door to one shard. Activates at once and loads in the background; meanwhile it takes puts, and questions wait.</summary>
[GrainType("sos-family-register"), KeepAlive] // the one exception to collection: what it holds takes seconds to read again
internal sealed partial class FamilyRegisterGrain(IRecordStore store, StudyFrames frames, RegisterOptions options, TimeProvider clock, ShardProjector projector, ILogger<FamilyRegisterGrain> log)
    : Grain, IFamilyRegister
{
    public const string State = "family";

    private readonly Shard shard = new();
    private ShardCounts? counts;
    private readonly HashSet<FamilyId> putSinceList = [];
    private Task loading = Task.CompletedTask;
    private Task? reconciling;

    private ShardCounts Counts => counts ??= new(shard);

    private string Prefix => CheckCharacter.Alphabet[(int)this.GetPrimaryKeyLong()].ToString();

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        loading = Load();
        this.RegisterGrainTimer(Reconcile, new GrainTimerCreationOptions(options.ReconcileEvery, options.ReconcileEvery) { Interleave = true, KeepAlive = true });
        return Task.CompletedTask;
    }

    public Task Put(RegisterEntry entry)
    {
        putSinceList.Add(entry.Family.Id);
        Take(entry);
        return Task.CompletedTask;
    }

    public async Task<FamilyPage> Find(FamilyQuestion question)
    {
        var (frame, today) = await Ready();
        return ShardAnswers.Find(shard, frame, today, question);
    }

    public async Task<FamilyPlaces> Places(FamilyQuestion question)
    {
        var (frame, today) = await Ready();
        return ShardAnswers.Places(shard, frame, today, question);
    }

    public async Task<ImmutableArray<FamilyRow>> Rows(ImmutableArray<FamilyCursor> cursors)
    {
        var (frame, today) = await Ready();
        return ShardAnswers.Rows(shard, frame, today, cursors);
    }

    public async Task<ImmutableArray<DueCount>> DueCounts(ImmutableArray<SiteCode>? scope)
    {
        var (frame, today) = await Ready();
        return Counts.Due(frame, today, scope);
    }

    public async Task<ImmutableArray<StageCount>> StageCounts(ImmutableArray<SiteCode>? scope)
    {
        await Ready();
        return Counts.Stages(scope);
    }

    public async Task<ImmutableArray<Caseload>> Caseloads(ImmutableArray<SiteCode>? scope)
    {
        await Ready();
        return Counts.Caseloads(scope);
    }

    public async IAsyncEnumerable<Immutable<byte[]>> Extract(ShardExtract extract, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (frame, snapshot) = extract.AsOf is { } instant ? await projector.Past.Read(Prefix, instant, extract.Scope) : ((await Ready()).Frame, shard.Snapshot(extract.Scope));
        if (extract.Families is { } only) snapshot.RemoveAll(OtherThan(only));
        foreach (var message in await projector.Messages(extract, frame, snapshot, this.GetPrimaryKeyLong() == 0, extract.AsOf ?? clock.GetUtcNow()))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new(message);
        }
    }

    private static Predicate<FamilyState> OtherThan(ImmutableArray<FamilyId> only)
    {
        var set = only.ToHashSet();
        return family => !set.Contains(family.Id);
    }

    public Task<RegisterStatus> Status() => Task.FromResult(new RegisterStatus(loading.IsCompletedSuccessfully, shard.Count));

    /// <summary>One reconcile at a time; who asks while one runs gets that one.</summary>
    public Task Reconcile() => reconciling is { IsCompleted: false } running ? running : reconciling = ReconcileOnce();

    private static RegisterEntry Entry(StoredRecord record)
    {
        var id = FamilyId.Parse(record.Key.Key);
        return new(Ledger<FamilyFact>.FromStored(record.Key.Key, record.Content).Facts.Aggregate(new FamilyState(id), FamilyFold.Next), record.Version);
    }

    private async Task<(StudyFrame Frame, DateOnly Today)> Ready()
    {
        if (!loading.IsCompletedSuccessfully)
        {
            var loaded = await Task.WhenAny(loading, Task.Delay(options.LoadWithin, clock)) == loading;
            if (!loaded || !loading.IsCompletedSuccessfully) throw new RegisterLoadingException();
        }
        var frame = await frames.Current();
        return (frame, frame.Design.Today(clock.GetUtcNow()));
    }
}
