using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>All shards as one, for consent checks.</summary>
public sealed class ConsentRegisters(IGrainFactory grains)
{
    private readonly Lazy<IConsentRegister[]> shards = new(() => [.. Enumerable.Range(0, FamilyId.Shards).Select(number => grains.GetGrain<IConsentRegister>(number))]);

    /// <summary>In order of the families' ids, cut after the family at which <see cref="ConsentQuestion.Take"/> is reached.</summary>
    public async Task<ConsentCheckPage> Checks(ConsentQuestion question)
    {
        var pages = await Task.WhenAll(shards.Value.Select(s => s.Checks(question)));
        var rows = ImmutableArray.CreateBuilder<ConsentCheckRow>();
        var more = pages.Any(p => p.More);
        foreach (var family in pages.SelectMany(p => p.Rows).GroupBy(r => r.Family).OrderBy(g => g.Key))
        {
            if (rows.Count >= question.Take)
            {
                more = true;
                break;
            }
            rows.AddRange(family);
        }
        return new(rows.ToImmutable(), pages.Sum(p => p.Total), more);
    }
}
