using System.Collections.Immutable;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Demo;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;

namespace SosLongitudinal.Grains.Demo;

/// <summary>How far a load has come, in family records.</summary>
public readonly record struct DemoProgress(int Written, int Of);

/// <summary>What a load did.</summary>
public enum DemoLoad
{
    /// <summary>The demo was written.</summary>
    Loaded,
    /// <summary>A synthetic study was there already and was left as it is.</summary>
    AlreadyThere,
    /// <summary>The store holds something that is not a demo; nothing was written.</summary>
    OtherStudy,
}

/// <summary>
/// Writes the demo study straight into a store, past the doors: no family is woken. To be called before the silo starts. The sites come first and the
/// study's own record last, so that a load that was cut short is known for one; the next load writes over what it left and removes what is not part of it.
/// </summary>
public static class DemoStudy
{
    private const string FamilyState = "family";

    // enough to fill the store's commits; more would only hold more families in memory
    private const int AtOnce = 256;

    /// <param name="today">The day from which the demo's dates are counted back.</param>
    public static async Task<DemoLoad> Load(
        IRecordStore store, int families, DateOnly today, IProgress<DemoProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (await store.Read(StudyKey, cancellation) is { } there) return IsSynthetic(there) ? DemoLoad.AlreadyThere : DemoLoad.OtherStudy;
        var left = await LeftOver(store, cancellation);
        var demo = new DemoStudyData(families, today);
        if (!IsCutShort(left, demo)) return DemoLoad.OtherStudy;

        foreach (var site in demo.Template.Sites) await Write(new(SiteKeys.State, $"{site.Code}"), One(site.Code, site.Facts, demo.Opened));
        await Each(demo.Groups, group => Write(new(GroupKeys.State, $"{group.Id}"), group.ToLedger().ToStored()), cancellation);
        await Each(demo.Trays, tray => Write(new(TrayKeys.State, TrayKeys.KeyOf(tray.Site, 1)), tray.ToLedger().ToStored()), cancellation);
        await Each(demo.Workers, worker => Write(new(WorkerKeys.State, $"{worker.Id}"), worker.ToLedger().ToStored()), cancellation);
        var written = 0;
        await Each(Enumerable.Range(0, demo.Count), async n =>
        {
            await Write(new(FamilyState, $"{demo.IdOf(n)}"), demo.Family(n).ToLedger().ToStored());
            progress?.Report(new(Interlocked.Increment(ref written), demo.Count));
        }, cancellation);

        await StudySecret.Give(store, demo.Secret, cancellation);
        var part = demo.Workers.Select(w => $"{w.Id}").Concat(demo.Groups.Select(g => $"{g.Id}")).Concat(demo.Trays.Select(t => TrayKeys.KeyOf(t.Site, 1))).Concat(Enumerable.Range(0, demo.Count).Select(n => $"{demo.IdOf(n)}")).ToHashSet();
        await Each(left.Where(l => l.Key.State != SiteKeys.State && !part.Contains(l.Key.Key)), l => store.Delete(l.Key, l.Value, cancellation), cancellation);
        await store.Write(StudyKey, StudyOf(demo), null, cancellation);
        return DemoLoad.Loaded;

        Task Write(RecordKey key, ReadOnlyMemory<byte> content) => store.Write(key, content, left.GetValueOrDefault(key), cancellation);
    }

    private static RecordKey StudyKey { get; } = new(StudyKeys.State, StudyKeys.State);

    private static bool IsSynthetic(StoredRecord study) =>
        Ledger<StudyFact>.FromStored(study.Key.Key, study.Content).Facts.Any(f => f.Content is StudyFact.Opened { Synthetic: true });

    /// <summary>Nothing there, or what a cut load leaves: records beside the demo's own sites and no others.</summary>
    private static bool IsCutShort(Dictionary<RecordKey, string> left, DemoStudyData demo)
    {
        var sites = left.Keys.Where(k => k.State == SiteKeys.State).Select(k => k.Key).ToHashSet();
        return left.Count == 0 || (sites.Count > 0 && sites.IsSubsetOf(demo.Template.Sites.Select(s => $"{s.Code}")));
    }

    private static async Task<Dictionary<RecordKey, string>> LeftOver(IRecordStore store, CancellationToken cancellation)
    {
        var left = new Dictionary<RecordKey, string>();
        foreach (var state in (ImmutableArray<string>)[SiteKeys.State, GroupKeys.State, TrayKeys.State, WorkerKeys.State, FamilyState])
            await foreach (var record in store.List(state, "", cancellation)) left.Add(record.Key, record.Version);
        return left;
    }

    private static ReadOnlyMemory<byte> StudyOf(DemoStudyData demo) => StudyRules.Open(new StudyDesign(), demo.Design).Match(
        facts => One(StudyKeys.State, facts, demo.Opened),
        why => throw new InvalidOperationException($"The demo's own design is refused: {why.Sentence}"));

    private static ReadOnlyMemory<byte> One<TFact>(object key, IEnumerable<TFact> facts, DateTimeOffset at) where TFact : class =>
        Ledger<TFact>.Empty($"{key}").Append(facts, new(new($"demo-{key}"), DemoAccounts.Administrator, at)).ToStored();

    private static Task Each<T>(IEnumerable<T> all, Func<T, Task> act, CancellationToken cancellation) =>
        Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (one, _) => await act(one));
}
