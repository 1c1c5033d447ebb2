using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>Several decisions as one: each is asked of the family as the ones before it leave it; the first refusal refuses all.</summary>
public static class FamilySteps
{
    public static Decision<ImmutableArray<FamilyFact>> All(FamilyState family, Stamp stamp, params ReadOnlySpan<Func<FamilyState, Decision<ImmutableArray<FamilyFact>>>> steps)
    {
        var facts = ImmutableArray.CreateBuilder<FamilyFact>();
        foreach (var step in steps)
        {
            switch (step(family))
            {
                case Decision<ImmutableArray<FamilyFact>>.Refused no:
                    return no;
                case Decision<ImmutableArray<FamilyFact>>.Accepted yes:
                    foreach (var fact in yes.Value)
                    {
                        facts.Add(fact);
                        family = FamilyFold.Next(family, new(new FactHead(family.Version + 1, stamp.At, stamp.By, stamp.Operation, ""), fact, stamp.Why));
                    }
                    break;
            }
        }
        return facts.DrainToImmutable();
    }

    /// <summary>The family as these facts would leave it; nothing of it is kept.</summary>
    public static FamilyState After(FamilyState family, ImmutableArray<FamilyFact> facts, Stamp stamp) =>
        facts.Aggregate(family, (f, fact) => FamilyFold.Next(f, new(new FactHead(f.Version + 1, stamp.At, stamp.By, stamp.Operation, ""), fact, stamp.Why)));
}
