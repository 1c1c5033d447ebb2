using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

internal sealed partial class FamilyGrain : IFamilyIntake
{
    public async Task<ImmutableArray<IntakeCheck>> Check(ImmutableArray<IntakeForm> forms)
    {
        var frame = await frames.Current();
        var family = State;
        var answers = ImmutableArray.CreateBuilder<IntakeCheck>(forms.Length);
        foreach (var form in forms)
        {
            if (Knows(form.Stamp.Operation))
            {
                answers.Add(new(IsThere: true));
                continue;
            }
            var decision = Closed(family) is { } closed ? closed : FormRules.Enter(family, frame, form.Entry, form.Stamp);
            answers.Add(new(IsThere: false, (decision as Decision<ImmutableArray<FamilyFact>>.Refused)?.Why));
            if (decision is Decision<ImmutableArray<FamilyFact>>.Accepted(var facts)) family = FamilySteps.After(family, facts, form.Stamp);
        }
        return answers.DrainToImmutable();
    }

    public async Task<ImmutableArray<IntakeCheck>> CheckSteps(ImmutableArray<IntakeStep> steps)
    {
        var frame = await frames.Current();
        var family = State;
        var answers = ImmutableArray.CreateBuilder<IntakeCheck>(steps.Length);
        foreach (var step in steps)
        {
            var decision = Knows(step.Stamp.Operation) ? Facts.None<FamilyFact>() : Closed(family) is { } closed ? closed : step.Decide(family, frame);
            answers.Add(decision.Match(facts => new IntakeCheck(IsThere: facts.IsEmpty), why => new(IsThere: false, why)));
            if (decision is Decision<ImmutableArray<FamilyFact>>.Accepted(var facts)) family = FamilySteps.After(family, facts, step.Stamp);
        }
        return answers.DrainToImmutable();
    }
}
