using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;

namespace SosLongitudinal.Grains.Registers;

/// <summary>All shards as one, for quality rules.</summary>
public sealed class QualityRegisters(IGrainFactory grains)
{
    private readonly Lazy<IQualityRegister[]> shards = new(() => [.. Enumerable.Range(0, FamilyId.Shards).Select(number => grains.GetGrain<IQualityRegister>(number))]);

    /// <summary>Hits in order of the families' ids, cut after the family at which <see cref="QualityQuestion.Take"/> is reached.</summary>
    public async Task<QualityPage> Check(QualityQuestion question) => Whole(await Task.WhenAll(shards.Value.Select(s => s.Check(question))), question);

    /// <summary>What a rule would find, without declaring it.</summary>
    public async Task<QualityPage> Try(DeclaredRule rule, QualityQuestion question) => Whole(await Task.WhenAll(shards.Value.Select(s => s.Try(rule, question))), question);

    private static QualityPage Whole(QualityPage[] pages, QualityQuestion question)
    {
        var hits = ImmutableArray.CreateBuilder<QualityHit>();
        var more = pages.Any(p => p.More);
        foreach (var family in pages.SelectMany(p => p.Hits).GroupBy(h => h.Family).OrderBy(g => g.Key))
        {
            if (hits.Count >= question.Take)
            {
                more = true;
                break;
            }
            hits.AddRange(family);
        }
        var counts = pages.SelectMany(p => p.Counts).GroupBy(c => (c.Rule, c.Site)).Select(g => new QualityCount(g.Key.Rule, g.Key.Site, g.Sum(c => c.Open), g.Sum(c => c.Dismissed)));
        return new(hits.ToImmutable(), [.. counts], [.. pages.SelectMany(p => p.People).Distinct().Order(StringComparer.Ordinal)], pages.Sum(p => p.Families), more);
    }
}
