using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using SosLongitudinal.Grains.Registers.DoubleEntry;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>The shard's forms that are entered twice.</summary>
internal sealed partial class FamilyRegisterGrain : IDoubleEntryRegister
{
    private ShardSample? twice;

    async Task<ImmutableArray<TwiceCount>> IDoubleEntryRegister.Counts(ImmutableArray<SiteCode>? scope)
    {
        var (frame, today) = await Ready();
        return Twice.Counts(frame, today, await Samples.Sample(), scope);
    }

    public async Task<TwicePage> List(TwiceQuestion question)
    {
        var (frame, today) = await Ready();
        return Twice.List(frame, today, await Samples.Sample(), question);
    }

    private ShardSample Twice => twice ??= new(shard);

    private DoubleEntrySamples Samples => ServiceProvider.GetRequiredService<DoubleEntrySamples>();
}
