using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>All 32 shards as one: tells them of commits and asks them questions. A question goes to every shard, each answers from memory.</summary>
public sealed partial class FamilyRegisters(IGrainFactory grains, RegisterOptions options, ILogger<FamilyRegisters> log)
{
    private readonly Lazy<IFamilyRegister[]> shards = new(() => [.. Enumerable.Range(0, FamilyId.Shards).Select(number => grains.GetGrain<IFamilyRegister>(number))]);

    private IFamilyRegister[] Shards => shards.Value;

    private IFamilyRegister Shard(int number) => Shards[number]; // kept: making a reference reads the interface's attributes each time

    /// <summary>Tells the family's shard of a commit, for a second at most. A slow or failed put never changes the answer; the next reconcile heals it.</summary>
    public async Task Put(RegisterEntry entry)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            await Shard(entry.Family.Id.Shard).Put(entry).WaitAsync(options.PutWithin);
            StudyMeter.Registered(Stopwatch.GetElapsedTime(began));
        }
        catch (Exception fault)
        {
            StudyMeter.NotRegistered();
            log.LogWarning(fault, "The register was not told of family {Family} at {Version}; it heals at the next reconcile.", entry.Family.Id, entry.Family.Version);
        }
    }

    /// <summary>As <see cref="Put"/>, for a family of which something was erased: waits, and throws where it may still be kept.</summary>
    public Task Erased(RegisterEntry entry) => Shard(entry.Family.Id.Shard).Erased(entry);

    public async Task<FamilyPage> Find(FamilyQuestion question)
    {
        if (FamilyId.TryParse(question.Text, null, out var exact) && await Shard(exact.Shard).Find(question with { Text = exact.ToString() }) is { Rows.IsEmpty: false } found) return found;
        var places = await Ask(shard => shard.Places(question));
        var shown = places.SelectMany(p => p.Cursors).Order().Take(question.Take).ToImmutableArray();
        var more = places.Sum(p => p.Cursors.Length) > shown.Length || places.Any(p => p.More);
        var rows = await Task.WhenAll(shown.GroupBy(c => c.Family.Shard).Select(g => Shard(g.Key).Rows([.. g])));
        return new([.. rows.SelectMany(r => r).OrderBy(r => r.Cursor)], places.Sum(p => p.Total), more && shown.Length > 0 ? shown[^1] : null);
    }

    public async Task<ImmutableArray<DueCount>> DueCounts(ImmutableArray<SiteCode>? scope) =>
        [.. (await Ask(shard => shard.DueCounts(scope))).SelectMany(c => c).GroupBy(c => c with { Families = 0 }).Select(g => g.Key with { Families = g.Sum(c => c.Families) })];

    public async Task<ImmutableArray<StageCount>> StageCounts(ImmutableArray<SiteCode>? scope) =>
        [.. (await Ask(shard => shard.StageCounts(scope))).SelectMany(c => c).GroupBy(c => c with { Families = 0 }).Select(g => g.Key with { Families = g.Sum(c => c.Families) })];

    public async Task<ImmutableArray<Caseload>> Caseloads(ImmutableArray<SiteCode>? scope) =>
        [.. (await Ask(shard => shard.Caseloads(scope))).SelectMany(c => c).GroupBy(c => c.Worker).Select(g => new Caseload(g.Key, g.Sum(c => c.Families)))];

    /// <summary>
    /// The dataset as Arrow IPC messages, shard after shard; two shards are at work at a time and each is drained at once, so that a slow client cannot expire it.
    /// </summary>
    public async IAsyncEnumerable<byte[]> Extract(ShardExtract extract, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var asked = extract.Families is { } only ? only.Select(f => f.Shard).Distinct().Order().Select(Shard) : Shards;
        var shards = asked.Select(shard => (IAsyncEnumerable<Immutable<byte[]>>)shard.Extract(extract, cancellation).WithBatchSize(1));
        await foreach (var message in ReadAhead.InOrder(shards, atOnce: 2, cancellation)) yield return message.Value;
    }

    /// <summary>Whether every shard has loaded, and how many families they hold. Waking them is what starts their loading.</summary>
    public async Task<RegisterStatus> Status()
    {
        var all = await Ask(shard => shard.Status());
        return new(all.All(s => s.Loaded), all.Sum(s => s.Families));
    }

    public Task Reconcile() => Task.WhenAll(Shards.Select(s => s.Reconcile()));

    private Task<T[]> Ask<T>(Func<IFamilyRegister, Task<T>> question) => Task.WhenAll(Shards.Select(question));
}
