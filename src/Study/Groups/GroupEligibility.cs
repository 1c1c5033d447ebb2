using SosLongitudinal.Study.Consent;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Groups;

/// <summary>Whom the study may invite. The one place that says it: draws, invitations by hand and withdrawals all ask here. Safe contact is asked beside it.</summary>
public static class GroupEligibility
{
    /// <summary>Why a member is not, or no longer, invited; <c>null</c> where nothing speaks against it.</summary>
    public static OffReason? Bar(FamilyState family, MemberId id, GroupPlan plan, DateOnly today)
    {
        if (family.ErasedOn is not null || family.Member(id) is not { ErasedOn: null } member) return OffReason.Erased;
        if (family.EndReason == EndReason.Died || family.CaseEvents.Any(e => e.Kind == CaseEventKind.Death && (e.Child is null || e.Child == id))) return OffReason.Died;
        if (family.Stage == Stage.Ended) return family.EndReason == EndReason.Withdrew ? OffReason.Withdrew : OffReason.Ended;
        if (!member.IsOn(today)) return OffReason.LeftFamily;
        if (family.Consents.IsWithdrawn(ConsentScope.Recontact, id, today)) return OffReason.NotCovered;
        var covered = plan.Kind == GroupKind.YoungPeople
            ? family.Covers(ConsentScope.ChildInterview, id, id, plan.Wave, today)
            : family.Covers(ConsentScope.Interview, null, id, plan.Wave, today);
        return covered ? null : OffReason.NotCovered;
    }

    /// <summary>Why a worker is not, or no longer, invited.</summary>
    public static OffReason? Bar(StudyFrame frame, WorkerId id, FocusGroup group, DateOnly today)
    {
        var day = group.Session is { } session ? frame.Design.Today(session.Start) : group.Plan?.PlannedOn is { } planned && planned > today ? planned : today;
        return frame.Worker(id) is not { IsKnown: true } worker ? OffReason.InError : worker.LeftOn is { } left && left <= day ? OffReason.LeftEmployment : null;
    }

    /// <summary>Those of a family, or the worker who holds its case at the wave, whom the rule of a kind brings in.</summary>
    public static IEnumerable<Invitee> Candidates(StudyFrame frame, FamilyState family, GroupPlan plan, DateOnly today)
    {
        if (family.Stage != Stage.Consented || family.Site != plan.Site || frame.Design.Wave(plan.Wave) is not { } wave) yield break;
        var day = plan.PlannedOn is { } planned && planned > today ? planned : today;
        if (WaveWindows.Of(frame.Design, family, wave) is not { } window || window.Opens > day) yield break;
        if (plan.Kind == GroupKind.SocialWorkers)
        {
            var at = WaveWindows.InterviewDay(frame.Design, family, wave) ?? (window.Target < today ? window.Target : today);
            if (Continuity.HolderOn(family.WorkerSpells, at)?.Holder is CaseHolder.Named named && frame.Worker(named.Worker)?.Site == plan.Site) yield return Invitee.Of(named.Worker);
            yield break;
        }
        foreach (var member in family.Members)
            if (Fits(member, plan, day) is null && Bar(family, member.Id, plan, today) is null) yield return Invitee.Of(member.Id);
    }

    /// <summary>Why a member is not of those that the group is for.</summary>
    public static Refusal? Fits(Member member, GroupPlan plan, DateOnly day) => plan.Kind switch
    {
        GroupKind.Parents => member.Role is MemberRole.Parent or MemberRole.KinCarer or MemberRole.FosterCarer ? null : GroupRefusals.NotACarer.At("invitee"),
        GroupKind.YoungPeople => member is { Role: MemberRole.Child, Birth: { } born } && born.AgeOn(day) is var (least, most) && least >= plan.FromAge && most <= plan.ToAge ? null : GroupRefusals.NotAChild.At("invitee"),
        _ => GroupRefusals.NotSuch.At("invitee"),
    };
}
