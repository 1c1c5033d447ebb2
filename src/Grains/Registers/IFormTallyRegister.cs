using Orleans.Concurrency;
using SosLongitudinal.Study.Instruments.Comparing;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>One shard's forms of one instrument, counted.</summary>
[GrainInterfaceType("sos.form-tally-register")]
public interface IFormTallyRegister : IGrainWithIntegerKey
{
    [Alias("tally"), ReadOnly] Task<FormTally> Tally(InstrumentId instrument);
}

/// <summary>What forms of an instrument hold, over all shards; each answers from memory.</summary>
public sealed class FormTallies(IGrainFactory grains)
{
    public async Task<FormTally> Of(InstrumentId instrument) =>
        (await Task.WhenAll(Enumerable.Range(0, FamilyId.Shards).Select(number => grains.GetGrain<IFormTallyRegister>(number).Tally(instrument)))).Aggregate(FormTally.None, (all, one) => all.Plus(one));
}
