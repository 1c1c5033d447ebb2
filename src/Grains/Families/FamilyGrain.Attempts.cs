using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>Attempts to reach the family.</summary>
internal sealed partial class FamilyGrain : IFamilyAttempts
{
    Task<Decision<FamilyState>> IFamilyAttempts.Record(WaveCode wave, ContactAttempt attempt, Stamp stamp) =>
        Decide(stamp, (family, frame, s) => AttemptRules.Record(family, frame, wave, attempt, s));

    public Task<Decision<FamilyState>> Strike(WaveCode wave, int number, Stamp stamp) => Decide(stamp, (family, _, s) => AttemptRules.Strike(family, wave, number, s));
}
