using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

internal sealed partial class FamilyGrain : IFamilyIntake
{
    public async Task<ImmutableArray<IntakeCheck>> Check(ImmutableArray<IntakeForm> forms) => IntakeRules.Check(State, await frames.Current(), forms, Knows);

    public Task<ImmutableArray<bool>> Known(ImmutableArray<OperationId> operations) => Task.FromResult<ImmutableArray<bool>>([.. operations.Select(Knows)]);

    public async Task<ImmutableArray<IntakeCheck>> CheckSteps(ImmutableArray<IntakeStep> steps)
    {
        var frame = await frames.Current();
        var family = State;
        var answers = ImmutableArray.CreateBuilder<IntakeCheck>(steps.Length);
        foreach (var step in steps)
        {
            var decision = Knows(step.Stamp.Operation) ? Facts.None<FamilyFact>() : MergeRules.Closed(family) is { } closed ? closed : step.Decide(family, frame);
            answers.Add(decision.Match(facts => new IntakeCheck(IsThere: facts.IsEmpty), why => new(IsThere: false, why)));
            if (decision is Decision<ImmutableArray<FamilyFact>>.Accepted(var facts)) family = FamilySteps.After(family, facts, step.Stamp);
        }
        return answers.DrainToImmutable();
    }
}
