using System.Collections.Concurrent;
using System.Collections.Immutable;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Grains.Registers;

/// <summary>The study as it stood at an instant, folded from the store: of every record the facts up to it, which are always its first ones. Keeps the last few frames and no family.</summary>
public sealed class PastStudy(IRecordStore store)
{
    private const int FramesKept = 4;

    private readonly ConcurrentDictionary<DateTimeOffset, Lazy<Task<StudyFrame>>> frames = [];

    /// <summary>Design, sites, workers, focus groups and instruments as of an instant.</summary>
    public async Task<StudyFrame> Frame(DateTimeOffset instant)
    {
        if (frames.Count >= FramesKept) frames.Clear();
        var reading = frames.GetOrAdd(instant, at => new(() => ReadFrame(at)));
        try
        {
            return await reading.Value;
        }
        catch
        {
            frames.TryRemove(new(instant, reading));
            throw;
        }
    }

    /// <summary>The frame, and a shard's families at these sites (<c>null</c>: all) in order of their ids.</summary>
    internal async Task<(StudyFrame Frame, List<FamilyState> Families)> Read(string prefix, DateTimeOffset instant, ImmutableArray<SiteCode>? scope)
    {
        var families = new List<FamilyState>();
        await foreach (var (id, ledger) in Ledgers<FamilyFact>(FamilyRegisterGrain.State, prefix))
        {
            var family = ledger.AsOf(instant).Facts.Aggregate(new FamilyState(FamilyId.Parse(id)), FamilyFold.Next);
            if (family is { Exists: true, MergedInto: null } && (scope is not { } sites || sites.Contains(family.Site))) families.Add(family);
        }
        families.Sort((a, b) => a.Id.CompareTo(b.Id));
        return (await Frame(instant), families);
    }

    /// <summary>The families of a shard of which something up to the instant was erased since it was written, whether or not they were seen then.</summary>
    internal async Task<ImmutableArray<ErasedFacts>> Erased(string prefix, DateTimeOffset instant)
    {
        var erased = ImmutableArray.CreateBuilder<ErasedFacts>();
        await foreach (var (id, ledger) in Ledgers<FamilyFact>(FamilyRegisterGrain.State, prefix))
            if (ledger.AsOf(instant).Stored.Count(f => f.IsErased) is > 0 and var facts) erased.Add(new(FamilyId.Parse(id), facts));
        return erased.ToImmutable();
    }

    /// <summary>The focus groups of which something up to the instant was erased by now.</summary>
    internal async Task<ImmutableArray<ErasedGroupFacts>> ErasedGroups(DateTimeOffset instant)
    {
        var erased = ImmutableArray.CreateBuilder<ErasedGroupFacts>();
        await foreach (var (id, ledger) in Ledgers<FocusGroupFact>(GroupKeys.State))
            if (ledger.AsOf(instant).Stored.Count(f => f.IsErased) is > 0 and var facts) erased.Add(new(GroupId.Parse(id), facts));
        return erased.ToImmutable();
    }

    /// <summary>The focus groups of which something that lay before the instant was erased after it.</summary>
    internal async Task<ImmutableArray<GroupId>> GroupsErasedSince(DateTimeOffset instant, ImmutableArray<SiteCode>? scope)
    {
        var erased = ImmutableArray.CreateBuilder<GroupId>();
        await foreach (var (id, ledger) in Ledgers<FocusGroupFact>(GroupKeys.State))
            if (IsErasedSince(ledger, instant, f => f is FocusGroupFact.Forgotten) && IsOf(Fold(ledger, instant, new FocusGroup(GroupId.Parse(id)), FocusGroupFold.Next))) erased.Add(GroupId.Parse(id));
        return erased.ToImmutable();

        bool IsOf(FocusGroup group) => scope is not { } sites || (group.Plan is { } plan && sites.Contains(plan.Site));
    }

    /// <summary>Whether reading a ledger as of an instant gives less now than it gave then: what was erased before it was never read as of it.</summary>
    internal static bool IsErasedSince<TFact>(Ledger<TFact> ledger, DateTimeOffset instant, Func<TFact, bool> erases) where TFact : class =>
        ledger.AsOf(instant) is var then && then.Stored.Any(f => f.IsErased) && ledger.Facts.Skip(then.Length).Any(f => f.Content is { } content && erases(content));

    private async Task<StudyFrame> ReadFrame(DateTimeOffset instant)
    {
        var frame = new StudyFrame { Version = instant.UtcTicks };
        await foreach (var (_, ledger) in Ledgers<StudyFact>(StudyKeys.State)) frame = frame with { Design = Fold(ledger, instant, new StudyDesign(), StudyFact.Fold) };
        var sites = frame.Sites.ToBuilder();
        await foreach (var (id, ledger) in Ledgers<SiteFact>(SiteKeys.State))
            if (ledger.AsOf(instant).Length > 0) sites[SiteCode.Parse(id)] = Fold(ledger, instant, new Site(SiteCode.Parse(id), ""), Site.Fold);
        var workers = frame.Workers.ToBuilder();
        await foreach (var (id, ledger) in Ledgers<WorkerFact>(WorkerKeys.State))
            if (ledger.AsOf(instant).Length > 0) workers[WorkerId.Parse(id)] = Fold(ledger, instant, new SocialWorker(WorkerId.Parse(id)), SocialWorker.Fold);
        var groups = frame.Groups.ToBuilder();
        await foreach (var (id, ledger) in Ledgers<FocusGroupFact>(GroupKeys.State))
            if (ledger.AsOf(instant).Length > 0) groups[GroupId.Parse(id)] = Fold(ledger, instant, new FocusGroup(GroupId.Parse(id)), FocusGroupFold.Next);
        var instruments = frame.Instruments;
        await foreach (var (id, ledger) in Ledgers<InstrumentFact>(InstrumentKeys.State))
            if (ledger.AsOf(instant).Length > 0) instruments = instruments.With(Fold(ledger, instant, new StudyInstrument(InstrumentId.Parse(id)), StudyInstrument.Fold));
        return frame with { Sites = sites.ToImmutable(), Workers = workers.ToImmutable(), Groups = groups.ToImmutable(), Instruments = instruments };
    }

    private async IAsyncEnumerable<(string Key, Ledger<TFact> Ledger)> Ledgers<TFact>(string state, string prefix = "") where TFact : class
    {
        await foreach (var record in store.ReadAll(state, prefix)) yield return (record.Key.Key, Ledger<TFact>.FromStored(record.Key.Key, record.Content));
    }

    private static TState Fold<TFact, TState>(Ledger<TFact> ledger, DateTimeOffset instant, TState nothing, Func<TState, Recorded<TFact>, TState> fold) where TFact : class =>
        ledger.AsOf(instant).Facts.Aggregate(nothing, fold);
}
