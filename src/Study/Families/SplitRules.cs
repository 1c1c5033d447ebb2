using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>A household that becomes two: those who go are members of a new family, and left the old one on the day. Each names the other.</summary>
public static class SplitRules
{
    /// <summary>Why these members cannot go; <c>null</c> where they can.</summary>
    public static Refusal? Fault(FamilyState family, ImmutableArray<MemberId> going, DateOnly on, DateOnly today, Stamp stamp) =>
        !family.Exists ? FamilyRefusals.Unknown
        : family.MergedInto is { } kept ? MergeRefusals.Merged(kept)
        : family.ErasedOn is not null ? ConsentRefusals.Erased
        : going.IsDefaultOrEmpty ? MergeRefusals.NobodyMoves.At("members")
        : going.FirstOrDefault(m => family.Member(m) is not { ErasedOn: null }) is var unknown && unknown != default ? FamilyRefusals.UnknownMember(unknown).At("members")
        : family.Members.All(m => m.Left is not null || m.ErasedOn is not null || going.Contains(m.Id)) ? MergeRefusals.EverybodyMoves.At("members")
        : on > today ? FamilyRefusals.Future.At("on")
        : on < family.SampledOn ? FamilyRefusals.BeforeSampling(family.SampledOn).At("on")
        : string.IsNullOrWhiteSpace(stamp.Why) ? FamilyRefusals.ReasonNeeded.At("reason")
        : null;

    /// <summary>What the new family keeps of where it came from.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Begin(FamilyState household, FamilyId from, ImmutableArray<MemberLink> links, DateOnly on) =>
        !household.Exists ? FamilyRefusals.Unknown
        : household.Links.Any(l => l.Kind == FamilyLinkKind.SplitFrom && l.Family == from) ? Facts.None<FamilyFact>()
        : Facts.Of<FamilyFact>(new FamilyFact.SplitFrom(from, links, on));

    /// <summary>Those who went left on the day.</summary>
    public static Decision<ImmutableArray<FamilyFact>> Leave(FamilyState family, FamilyId to, ImmutableArray<MemberLink> links, DateOnly on, Stamp stamp)
    {
        if (family.Links.Any(l => l.Kind == FamilyLinkKind.SplitInto && l.Family == to)) return Facts.None<FamilyFact>();
        if (Fault(family, [.. links.Select(l => l.From)], on, on, stamp) is { } no) return no;
        return FamilySteps.All(family, stamp, [_ => Facts.Of<FamilyFact>(new FamilyFact.SplitInto(to, links, on)), .. links.Select<MemberLink, Func<FamilyState, Decision<ImmutableArray<FamilyFact>>>>(l => f => MemberRules.Leave(f, l.From, on))]);
    }
}
