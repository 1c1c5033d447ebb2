using System.Collections.Immutable;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Groups;

using Facts = Decision<ImmutableArray<FocusGroupFact>>;

/// <summary>Decisions about who is invited to a group and what they say. Whom the study may invite is asked before (<see cref="GroupEligibility"/>).</summary>
public static class InvitationRules
{
    public const int Most = 500;
    public const int MostAtOnce = 100;

    /// <summary>Takes in a draw, in its order; the first have seats as far as there are any, the rest wait.</summary>
    public static Facts Draw(FocusGroup group, GroupDraw draw, ImmutableArray<Invitee> drawn) =>
        group.Plan is not { } plan ? GroupRefusals.Unknown
        : !group.IsToCome ? GroupRefusals.Over(group.State)
        : !plan.Kind.HasRule() ? GroupRefusals.NoRule
        : draw.Asked is < 1 or > MostAtOnce ? GroupRefusals.HowMany.At("howMany")
        : drawn.IsDefaultOrEmpty ? GroupRefusals.NobodyFits
        : Fault(group, plan, drawn) is { } fault ? fault
        : Kernel.Facts.Of<FocusGroupFact>([
            new FocusGroupFact.Drawn(draw.Asked, draw.Way, draw.Eligible, draw.PassedOver),
            .. drawn.Select((invitee, i) => new FocusGroupFact.Invited(group.LastNumber + 1 + i, invitee, draw.Way))]);

    /// <summary>Invites one person by hand, at the end of the order.</summary>
    public static Facts Invite(FocusGroup group, Invitee invitee, AttemptMode way) =>
        group.Plan is not { } plan ? GroupRefusals.Unknown
        : !group.IsToCome ? GroupRefusals.Over(group.State)
        : Fault(group, plan, [invitee]) is { } fault ? fault.At("invitee")
        : Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.Invited(group.LastNumber + 1, invitee, way));

    public static Facts Reply(FocusGroup group, int number, GroupReply reply) =>
        !group.Exists ? GroupRefusals.Unknown
        : group.Invitation(number) is not { } there ? GroupRefusals.UnknownInvitation
        : !group.IsToCome ? GroupRefusals.Over(group.State)
        : there.Off is not null ? GroupRefusals.IsOff
        : reply == GroupReply.None ? GroupRefusals.ReplyNeeded.At("reply")
        : there.Reply == reply ? Kernel.Facts.None<FocusGroupFact>()
        : Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.Replied(number, reply));

    /// <summary>Takes people off the list; their seats pass on. Nothing changes where they are off already, or the group is over.</summary>
    public static Facts TakeOff(FocusGroup group, ImmutableArray<Invitee> invitees, OffReason reason) =>
        !group.Exists ? GroupRefusals.Unknown
        : !group.IsToCome ? Kernel.Facts.None<FocusGroupFact>()
        : Kernel.Facts.Of<FocusGroupFact>([.. group.Invitations.Where(i => i.Off is null && invitees.Contains(i.Invitee)).Select(i => new FocusGroupFact.TakenOff(i.Number, reason))]);

    /// <summary>Leaves nothing that tells of people: their facts are erased in the same write.</summary>
    public static Facts Forget(FocusGroup group, ImmutableArray<Invitee> invitees) =>
        !group.Exists ? GroupRefusals.Unknown
        : NumbersOf(group, invitees) is { IsEmpty: false } numbers ? Kernel.Facts.Of<FocusGroupFact>(new FocusGroupFact.Forgotten(numbers))
        : Kernel.Facts.None<FocusGroupFact>();

    public static ImmutableArray<int> NumbersOf(FocusGroup group, ImmutableArray<Invitee> invitees) => [.. group.Invitations.Where(i => invitees.Contains(i.Invitee)).Select(i => i.Number)];

    private static Refusal? Fault(FocusGroup group, GroupPlan plan, ImmutableArray<Invitee> invitees) =>
        group.Invitations.Length + invitees.Length > Most ? GroupRefusals.TooMany
        : invitees.Any(i => (i.Member is not null) != plan.Kind.IsOfFamilies() || (plan.Kind == GroupKind.SocialWorkers && i.Worker is null)) ? GroupRefusals.NotSuch
        : invitees.Distinct().Count() < invitees.Length || group.Invitations.Any(i => i.Off is null && invitees.Contains(i.Invitee)) ? GroupRefusals.InvitedAlready
        : plan.Kind == GroupKind.Parents && Families(group).Concat(invitees.Select(i => i.Member!.Value.Family)).GroupBy(f => f).Any(f => f.Count() > 1) ? GroupRefusals.SameFamily
        : null;

    /// <summary>The families that somebody who has or waits for a seat is of.</summary>
    public static IEnumerable<FamilyId> Families(FocusGroup group) => group.Invitations.Where(i => i.Stands && i.Invitee.Member is not null).Select(i => i.Invitee.Member!.Value.Family);
}
