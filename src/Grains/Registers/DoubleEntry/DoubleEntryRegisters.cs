using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers.DoubleEntry;

/// <summary>The double-entry sample over all shards.</summary>
public sealed class DoubleEntryRegisters(IGrainFactory grains)
{
    private const int MostRows = 500;
    private readonly Lazy<IDoubleEntryRegister[]> shards = new(() => [.. Enumerable.Range(0, FamilyId.Shards).Select(number => grains.GetGrain<IDoubleEntryRegister>(number))]);

    public async Task<ImmutableArray<TwiceCount>> Counts(ImmutableArray<SiteCode>? scope)
    {
        var counts = await Task.WhenAll(shards.Value.Select(s => s.Counts(scope)));
        return [.. counts.SelectMany(c => c).GroupBy(c => c with { Forms = 0 }).Select(g => g.Key with { Forms = g.Sum(c => c.Forms) })];
    }

    public async Task<TwicePage> List(TwiceQuestion question)
    {
        var asked = question with { Take = Math.Clamp(question.Take, 1, MostRows) };
        var pages = await Task.WhenAll(shards.Value.Select(s => s.List(asked)));
        var rows = pages.SelectMany(p => p.Rows).OrderBy(r => r.Cursor).Take(asked.Take).ToImmutableArray();
        var more = pages.Sum(p => p.Rows.Length) > rows.Length || pages.Any(p => p.Next is not null);
        return new(rows, pages.Sum(p => p.Total), more && rows.Length > 0 ? rows[^1].Cursor : null);
    }
}
