using SosLongitudinal.Study.Instruments.Comparing;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>What the forms of one instrument hold, counted off the same families.</summary>
internal sealed partial class FamilyRegisterGrain : IFormTallyRegister
{
    public async Task<FormTally> Tally(InstrumentId instrument)
    {
        await Ready();
        return ShardTally.Of(shard.Families, instrument);
    }
}
