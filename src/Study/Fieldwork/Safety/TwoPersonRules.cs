using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Fieldwork.Safety;

/// <summary>Decisions about whether two people go to a family. It holds from the moment at which it is recorded, whatever its date says.</summary>
public static class TwoPersonRules
{
    public static Decision<ImmutableArray<FamilyFact>> Set(FamilyState family, TwoPersonReason reason, DateOnly on, DateOnly today) =>
        Closed(family, on, today) is { } no ? no
        : family.NeedsTwo ? TwoPersonRefusals.IsSet
        : family.TwoPerson is [.., { LiftedOn: { } lifted }] && on < lifted ? TwoPersonRefusals.BeforeLifting(lifted).At("on")
        : Facts.Of<FamilyFact>(new FamilyFact.TwoPersonSet(reason, on));

    public static Decision<ImmutableArray<FamilyFact>> Lift(FamilyState family, TwoPersonLift reason, DateOnly on, DateOnly today) =>
        Closed(family, on, today) is { } no ? no
        : !family.NeedsTwo ? TwoPersonRefusals.NotSet
        : on < family.TwoPerson[^1].From ? TwoPersonRefusals.BeforeSetting(family.TwoPerson[^1].From).At("on")
        : Facts.Of<FamilyFact>(new FamilyFact.TwoPersonLifted(reason, on));

    /// <summary>What one family takes over of another that it turns out to be, or comes from: a risk does not end with an id.</summary>
    public static IEnumerable<FamilyFact> Carried(FamilyState to, FamilyState from, DateOnly on)
    {
        if (!to.NeedsTwo && from.NeedsTwo) yield return new FamilyFact.TwoPersonSet(from.TwoPerson[^1].Reason, on);
    }

    private static Refusal? Closed(FamilyState family, DateOnly on, DateOnly today) =>
        !family.Exists ? FamilyRefusals.Unknown
        : family.MergedInto is { } kept ? MergeRefusals.Merged(kept)
        : family.ErasedOn is not null ? ConsentRefusals.Erased
        : on > today ? FamilyRefusals.Future.At("on")
        : on < family.SampledOn ? FamilyRefusals.BeforeSampling(family.SampledOn).At("on")
        : null;
}

/// <summary>Refusals about the two-person flag. Codes are public and never reworded.</summary>
public static class TwoPersonRefusals
{
    public static readonly Refusal IsSet = new("two-person.set", "Two people go to this family already. Lift that first, to give another reason.", RefusalKind.Conflict);
    public static readonly Refusal NotSet = new("two-person.not-set", "One person may go to this family: there is nothing to lift.", RefusalKind.Conflict);
    public static Refusal BeforeLifting(DateOnly lifted) => new("two-person.before-lifting", $"It was last lifted on {DayWords.Of(lifted)}; it cannot be set from an earlier day.");
    public static Refusal BeforeSetting(DateOnly set) => new("two-person.before-setting", $"It was set on {DayWords.Of(set)}; it cannot be lifted on an earlier day.");
}
