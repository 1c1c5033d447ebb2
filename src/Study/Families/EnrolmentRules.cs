using System.Collections.Immutable;
using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>Decisions from the authority's list to the end of a family's part. Each asks twice without harm.</summary>
public static class EnrolmentRules
{
    private const int LongestText = 80;

    /// <summary>Asked before every step that happens on a day: not in the future, not before the family was sampled.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Happened(FamilyState family, DateOnly on, DateOnly today) =>
        on > today ? FamilyRefusals.Future.At("on")
        : family.Exists && on < family.SampledOn ? FamilyRefusals.BeforeSampling(family.SampledOn).At("on")
        : Facts.None<FamilyFact>();

    public static Decision<ImmutableArray<FamilyFact>> Sample(FamilyState family, StudyFrame frame, FamilyFact.Sampled sampled)
    {
        if (!frame.Design.IsOpen) return StudyRefusals.NotOpen;
        if (family.Exists) return FamilyRefusals.Exists(family.Id);
        if (!frame.Sites.ContainsKey(sampled.Site)) return Sites.SiteRefusals.Unknown(sampled.Site) with { Kind = RefusalKind.Invalid };
        if (frame.Design.Cohort(sampled.Cohort) is null) return StudyRefusals.UnknownCohort(sampled.Cohort).At("cohort");
        if (sampled.Serial.Length is 0 or > LongestText) return FamilyRefusals.Serial.At("serial");
        return Facts.Of<FamilyFact>(sampled);
    }

    public static Decision<ImmutableArray<FamilyFact>> Screen(FamilyState family, bool eligible, DateOnly on) =>
        Step(family, [Stage.Sampled], eligible ? Stage.Screened : Stage.ScreenedOut, new FamilyFact.Screened(eligible, on));

    public static Decision<ImmutableArray<FamilyFact>> Approach(FamilyState family, string approacher, DateOnly on) =>
        approacher.Length is 0 or > LongestText ? FamilyRefusals.Approacher.At("approacher")
        : Step(family, [Stage.Screened, Stage.NotApproached], Stage.Approached, new FamilyFact.Approached(approacher, on));

    public static Decision<ImmutableArray<FamilyFact>> DoNotApproach(FamilyState family, ApproachBar bar, string decider, DateOnly on) =>
        decider.Length is 0 or > LongestText ? FamilyRefusals.Approacher.At("decider")
        : Step(family, [Stage.Screened], Stage.NotApproached, new FamilyFact.NotApproached(bar, decider, on));

    public static Decision<ImmutableArray<FamilyFact>> AgreeToContact(FamilyState family, DateOnly on) =>
        Step(family, [Stage.Approached, Stage.DeclinedContact], Stage.AgreedToContact, new FamilyFact.AgreedToContact(on));

    public static Decision<ImmutableArray<FamilyFact>> DeclineContact(FamilyState family, DateOnly on) =>
        Step(family, [Stage.Approached], Stage.DeclinedContact, new FamilyFact.DeclinedContact(on));

    /// <summary>Ends a family's part. What was collected stays; nothing more becomes due.</summary>
    public static Decision<ImmutableArray<FamilyFact>> End(FamilyState family, EndReason reason, DateOnly on, Stamp stamp)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (family.Stage == Stage.Ended) return family.EndReason == reason && family.EndedOn == on ? Facts.None<FamilyFact>() : FamilyRefusals.Ended(family.EndedOn);
        return string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason") : Facts.Of<FamilyFact>(new FamilyFact.Ended(reason, on));
    }

    public static Decision<ImmutableArray<FamilyFact>> Consent(FamilyState family, FamilyFact.ConsentGiven consent, DateOnly today)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (family.Stage == Stage.Ended) return FamilyRefusals.Ended(family.EndedOn);
        if (family.Stage < Stage.AgreedToContact) return FamilyRefusals.NotAgreed;
        if (consent.On > today) return FamilyRefusals.Future.At("on");
        if (consent.About is { } about && family.Member(about) is null) return FamilyRefusals.UnknownMember(about).At("about");
        if (consent.GivenBy.Length is 0 or > LongestText) return FamilyRefusals.GivenBy.At("givenBy");
        return family.Consents.Any(c => c == ConsentFold.Record(consent))
            ? Facts.None<FamilyFact>()
            : Facts.Of<FamilyFact>(consent);
    }

    public static Decision<ImmutableArray<FamilyFact>> Withdraw(FamilyState family, FamilyFact.ConsentWithdrawn withdrawal)
    {
        if (!family.Exists) return FamilyRefusals.Unknown;
        if (withdrawal.Scopes.IsEmpty) return FamilyRefusals.NoScope.At("scopes");
        if (withdrawal.About is { } about && family.Member(about) is null) return FamilyRefusals.UnknownMember(about).At("about");
        var touched = Withdrawals.Touched(family.Consents, withdrawal.Scopes, withdrawal.Extent, withdrawal.From, withdrawal.About);
        if (!touched.IsEmpty) return Facts.Of<FamilyFact>(withdrawal with { Scopes = touched });
        var given = family.Consents.Where(c => withdrawal.Scopes.Contains(c.Scope) && c.WithdrawnFrom is null && (withdrawal.About is null || c.About is null || c.About == withdrawal.About)).ToList();
        return given.Count > 0 && given.TrueForAll(c => c.On > withdrawal.From) ? FamilyRefusals.WithdrawnBeforeGiven(given.Min(c => c.On)) : Facts.None<FamilyFact>();
    }

    private static Decision<ImmutableArray<FamilyFact>> Step(FamilyState family, ReadOnlySpan<Stage> from, Stage to, FamilyFact fact) =>
        !family.Exists ? FamilyRefusals.Unknown
        : family.Stage == to ? Facts.None<FamilyFact>()
        : family.Stage == Stage.Ended ? FamilyRefusals.Ended(family.EndedOn)
        : from.Contains(family.Stage) ? Facts.Of(fact)
        : FamilyRefusals.NotAtThisStage(family.Stage);
}
