using System.Text.Json.Serialization;
using SosLongitudinal.Study.Fieldwork.Safety;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>What happens for the safety of those who meet the family.</summary>
[JsonDerivedType(typeof(TwoPersonSet), "two-person.set")]
[JsonDerivedType(typeof(TwoPersonLifted), "two-person.lifted")]
public abstract partial record FamilyFact
{
    public sealed record TwoPersonSet(TwoPersonReason Reason, DateOnly On) : FamilyFact;
    public sealed record TwoPersonLifted(TwoPersonLift Reason, DateOnly On) : FamilyFact;
}

/// <summary>The fold of safety. Where the setting itself was erased there is nothing to lift, and nothing changes.</summary>
internal static class SafetyFold
{
    public static FamilyState Next(FamilyState family, Recorded<FamilyFact> fact) => fact.Content switch
    {
        FamilyFact.TwoPersonSet f => family with { TwoPerson = family.TwoPerson.Add(new(f.Reason, f.On, fact.Head.By)) },
        FamilyFact.TwoPersonLifted f when family.NeedsTwo => family with
        {
            TwoPerson = family.TwoPerson.SetItem(family.TwoPerson.Length - 1, family.TwoPerson[^1] with { LiftedOn = f.On, Lift = f.Reason, LiftedBy = fact.Head.By }),
        },
        _ => family,
    };
}
