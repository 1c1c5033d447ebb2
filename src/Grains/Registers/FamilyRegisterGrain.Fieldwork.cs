using System.Collections.Immutable;
using SosLongitudinal.Study.Fieldwork.Outcomes;
using SosLongitudinal.Study.Fieldwork.Progress;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Registers;

/// <summary>How the field phase goes, read off the same families.</summary>
internal sealed partial class FamilyRegisterGrain : IFieldworkRegister
{
    private ShardTries? tries;
    private ShardOutcomes? outcomes;
    private ShardProgress? progress;

    public async Task<OutcomeTally> Outcomes(OutcomeQuestion question)
    {
        var (frame, today) = await Ready();
        return (outcomes ??= new(shard)).Of(frame, today, question);
    }

    public async Task<TryPage> ToTry(TryQuestion question)
    {
        var (frame, today) = await Ready();
        return (tries ??= new(shard)).Find(frame, today, question);
    }

    public async Task<ImmutableArray<ProgressCount>> Progress(ImmutableArray<SiteCode>? scope)
    {
        var (frame, today) = await Ready();
        return (progress ??= new(shard)).Of(frame, today, scope);
    }
}
