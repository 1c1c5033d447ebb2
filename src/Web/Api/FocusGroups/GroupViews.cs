using System.Collections.Immutable;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.FocusGroups;

/// <summary>When, where and by whom; the place is a code and never an address.</summary>
public sealed record SessionView(ImmutableArray<string> Facilitators, DateTimeOffset Start, int Minutes, int Travel, VisitMode Mode, string Place)
{
    public static SessionView? Of(SessionPlan? session) => session is null ? null : new(session.Facilitators, session.Start, session.Minutes, session.Travel, session.Mode, session.Place);
}

/// <summary>A group in a list.</summary>
/// <param name="Seated">How many have a seat; of them <paramref name="Accepted"/> said yes.</param>
/// <param name="Came">How many came, once it is said.</param>
public sealed record GroupView(
    GroupId Id, SiteCode Site, WaveCode Wave, GroupKind Kind, GroupState State, int Seats, DateOnly? PlannedOn, int Minutes, int FromAge, int ToAge, SessionView? Session, int Moved,
    int Invited, int Seated, int Accepted, int Waiting, int Declined, int Off, int Came, bool? MayBeRecorded, TranscriptStep Transcript, string? Why)
{
    public static GroupView Of(FocusGroup group)
    {
        var (plan, all) = (group.Plan!, group.Invitations);
        return new(
            group.Id, plan.Site, plan.Wave, plan.Kind, group.State, plan.Seats, plan.PlannedOn, plan.Minutes, plan.FromAge, plan.ToAge, SessionView.Of(group.Session), group.Moves.Length,
            all.Length, all.Count(i => i.HasSeat), all.Count(i => i.Accepted), all.Count(i => i.Waits), all.Count(i => i.Off is null && i.Reply == GroupReply.No), all.Count(i => i.Off is not null), all.Count(i => i.Came == true),
            group.MayBeRecorded, group.TranscriptAt, group.Why);
    }
}

/// <summary>One invited person, by id or post.</summary>
public sealed record InvitationView(
    int Number, Invitee Invitee, AttemptMode Way, DateTimeOffset At, bool HasSeat, DateTimeOffset? SeatSince, bool Waits, GroupReply Reply, DateTimeOffset? RepliedAt, OffReason? Off, bool? Came, RecordingAnswer Recording)
{
    public static InvitationView Of(Invitation i) => new(i.Number, i.Invitee, i.Way, i.At, i.HasSeat, i.SeatSince, i.Waits, i.Reply, i.RepliedAt, i.Off, i.Came, i.Recording);
}

/// <summary>How a draw went.</summary>
/// <param name="PassedOver">Passed over, since safe contact forbids this way of asking them.</param>
public sealed record DrawView(int Asked, AttemptMode Way, int Eligible, int PassedOver, DateTimeOffset At);

public sealed record TranscriptView(TranscriptStep Step, DateOnly On, string Who, string By, DateTimeOffset At, bool IsBack, TranscriptSource? Source, string? Why);

/// <summary>A group with everybody who is invited, in the order in which seats are given. An interviewer sees who is invited only where they facilitate.</summary>
public sealed record GroupDetail(GroupView Group, ImmutableArray<InvitationView> Invitations, ImmutableArray<DrawView> Draws, ImmutableArray<TranscriptView> TranscriptNotes)
{
    public static GroupDetail Of(FocusGroup group, bool withPeople) => new(
        GroupView.Of(group),
        withPeople ? [.. group.Invitations.OrderBy(i => i.Place).Select(InvitationView.Of)] : [],
        [.. group.Draws.Select(d => new DrawView(d.Asked, d.Way, d.Eligible, d.PassedOver, d.At))],
        [.. group.Transcript.Select(t => new TranscriptView(t.Step, t.On, t.Who, t.By, t.At, t.IsBack, t.Source, t.Why))]);
}
