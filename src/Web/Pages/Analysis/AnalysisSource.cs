using System.Collections.Immutable;
using Microsoft.Extensions.Caching.Memory;
using SosLongitudinal.Analysis;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Tables;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Analysis;

/// <summary>A result and the instant at which its families were read.</summary>
public sealed record Analysed<T>(T Result, DateTimeOffset At);

/// <summary>
/// Works an analysis out from the <c>families</c> table of the registers, one batch of a few columns at a time. What takes long is kept for some seconds, for all who may see the same sites.
/// </summary>
public sealed class AnalysisSource(FamilyRegisters registers, StudyFrames frames, TimeProvider clock, IMemoryCache kept)
{
    private const string Families = "families";
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <param name="scope">The sites that the asking person may see; <c>null</c>: all.</param>
    public async Task<Analysed<T>> Of<T>(
        WavePair pair, ImmutableArray<SiteCode>? scope, IEnumerable<string> columns, Func<WavePair, IEnumerable<TableBatch>, DateOnly, T> work, CancellationToken cancellation)
    {
        var key = (typeof(T), pair.Design.Version, pair.After.Code, scope is { } sites ? string.Join(' ', sites) : "*");
        if (kept.TryGetValue(key, out Analysed<T>? held)) return held!;
        var frame = await frames.Current();
        var at = clock.GetUtcNow();
        var batches = new List<TableBatch>();
        var extract = new ShardExtract(Families, nameof(DatasetShape.Wide), scope) { Columns = [.. columns] };
        await foreach (var message in registers.Extract(extract, cancellation)) batches.Add(TableBatch.Read(message));
        var result = new Analysed<T>(work(pair, batches, frame.Design.Today(at)), at);
        var took = clock.GetUtcNow() - at;
        if (took > Quick) kept.Set(key, result, took * 10 < Longest ? took * 10 : Longest);
        return result;
    }
}
