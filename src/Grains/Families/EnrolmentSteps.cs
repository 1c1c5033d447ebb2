using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Families;

/// <summary>An enrolment as the stages that it passes, in one decision.</summary>
public static class EnrolmentSteps
{
    /// <summary>The family as the enrolment would leave it, under an id that may still be taken; nothing is written.</summary>
    public static Decision<FamilyState> Check(StudyFrame frame, Enrolment enrolment, Stamp stamp)
    {
        var family = new FamilyState(FamilyId.From(stamp.Operation.Text));
        return Of(family, frame, enrolment, stamp).Select(facts => FamilySteps.After(family, facts, stamp));
    }

    internal static Decision<ImmutableArray<FamilyFact>> Of(FamilyState family, StudyFrame frame, Enrolment e, Stamp stamp)
    {
        var today = frame.Design.Today(stamp.At);
        if (e.SampledOn > today) return FamilyRefusals.Future.At("sampledOn");
        if (e.ConsentedOn is not null && !e.Consents.Contains(ConsentScope.Interview)) return FamilyRefusals.NoScope.At("consents");
        if (((DateOnly?[])[e.ApproachedOn, e.AgreedOn, e.ConsentedOn]).FirstOrDefault(d => d > today || d < e.SampledOn) is { } wrong)
            return wrong > today ? FamilyRefusals.Future : FamilyRefusals.BeforeSampling(e.SampledOn);
        var approached = e.ApproachedOn ?? e.AgreedOn ?? e.ConsentedOn;
        var agreed = e.AgreedOn ?? e.ConsentedOn;
        return FamilySteps.All(family, stamp,
        [
            f => EnrolmentRules.Sample(f, frame, new(e.Site, e.Cohort, e.Serial, e.SampledOn)),
            f => MemberRules.Join(f, e.Members, today),
            f => MemberRules.CanChooseIndexChild(f, frame.Design, e.SampledOn) ? MemberRules.ChooseIndexChild(f, frame.Design, null, e.SampledOn) : Facts.None<FamilyFact>(),
            f => approached is { } on ? EnrolmentRules.Screen(f, eligible: true, on) : Facts.None<FamilyFact>(),
            f => approached is { } on ? EnrolmentRules.Approach(f, e.Approacher.Length == 0 ? "authority" : e.Approacher, on) : Facts.None<FamilyFact>(),
            f => agreed is { } on ? EnrolmentRules.AgreeToContact(f, on) : Facts.None<FamilyFact>(),
            f => e.ConsentedOn is { } on ? FamilySteps.All(f, stamp, [.. e.Consents.Distinct().Select(scope => Consent(scope, on, e, today))]) : Facts.None<FamilyFact>(),
            f => e.Holder is { } holder ? CaseRules.Allocate(f, frame, new(holder, e.HeldFrom ?? e.SampledOn, "authority", null), stamp, today) : Facts.None<FamilyFact>(),
        ]);
    }

    private static Func<FamilyState, Decision<ImmutableArray<FamilyFact>>> Consent(ConsentScope scope, DateOnly on, Enrolment e, DateOnly today) =>
        family => EnrolmentRules.Consent(family, new(scope, null, e.ConsentGivenBy.Length == 0 ? "parent" : e.ConsentGivenBy, on), today);
}
