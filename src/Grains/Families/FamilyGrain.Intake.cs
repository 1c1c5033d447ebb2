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
            var decision = FormRules.Enter(family, frame, form.Entry, form.Stamp);
            answers.Add(new(IsThere: false, (decision as Decision<ImmutableArray<FamilyFact>>.Refused)?.Why));
            if (decision is Decision<ImmutableArray<FamilyFact>>.Accepted(var facts)) family = After(family, facts, form.Stamp);
        }
        return answers.DrainToImmutable();
    }

    /// <summary>The family as it would stand; nothing of it is kept.</summary>
    private static FamilyState After(FamilyState family, ImmutableArray<FamilyFact> facts, Stamp stamp) =>
        facts.Aggregate(family, (f, fact) => FamilyFold.Next(f, new(new FactHead(f.Version + 1, stamp.At, stamp.By, stamp.Operation, ""), fact, stamp.Why)));
}
