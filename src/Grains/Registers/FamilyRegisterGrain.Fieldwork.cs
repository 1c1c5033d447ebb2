using SosLongitudinal.Study.Fieldwork.Outcomes;

namespace SosLongitudinal.Grains.Registers;

/// <summary>How the field phase goes, read off the same families.</summary>
internal sealed partial class FamilyRegisterGrain : IFieldworkRegister
{
    private ShardTries? tries;

    public async Task<OutcomeTally> Outcomes(OutcomeQuestion question)
    {
        var (frame, today) = await Ready();
        return ShardOutcomes.Count(shard, frame, today, question);
    }

    public async Task<TryPage> ToTry(TryQuestion question)
    {
        var (frame, today) = await Ready();
        return (tries ??= new(shard)).Find(frame, today, question);
    }
}
