using CsCheck;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Tests.Kit;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Study.Groups;

public sealed class SeatingTests
{
    private enum Act { Yes, No, Maybe, Off, MoreSeats, FewerSeats, InviteOne }

    private static readonly Gen<(Act, int)[]> Acts = Gen.Select(Some.Any(Enum.GetValues<Act>()), Gen.Int[1, 12]).Array[1, 60];

    [Fact]
    public void The_first_of_a_draw_have_the_seats_and_a_seat_given_up_passes_to_the_next_on_the_list()
    {
        var history = GroupHistory.Of(seats: 3).Invite(5).Went();
        Assert.Equal(("1 2 3", "4 5"), (history.Seats, history.Queue));
        history.Reply(1, GroupReply.Yes).Reply(2, GroupReply.No).Went();
        Assert.Equal(("1 3 4", "5"), (history.Seats, history.Queue));
        Assert.True(history.Group.Invitation(4)!.SeatSince > history.Group.Invitation(3)!.SeatSince);
        history.Do((group, _) => InvitationRules.TakeOff(group, [group.Invitation(3)!.Invitee], OffReason.Withdrew)).Went();
        Assert.Equal(("1 4 5", ""), (history.Seats, history.Queue));
    }

    [Fact]
    public void Whoever_said_no_and_then_yes_waits_at_the_end()
    {
        var history = GroupHistory.Of(seats: 2).Invite(4).Reply(1, GroupReply.No).Reply(1, GroupReply.Yes).Went();
        Assert.Equal(("2 3", "4 1"), (history.Seats, history.Queue));
        Assert.False(history.Group.Invitation(1)!.Accepted);
    }

    [Fact]
    public void There_are_never_fewer_seats_than_people_who_accepted_one()
    {
        var history = GroupHistory.Of(seats: 3).Invite(3).Reply(1, GroupReply.Yes).Reply(3, GroupReply.Yes).Went();
        history.Do((group, s) => GroupRules.ChangePlan(group, StudySketch.Frame, group.Plan! with { Seats = 1 }, s));
        Assert.Equal("group.seats-taken", history.Refused?.Code);
    }

    [Fact]
    public void Whatever_is_said_in_whatever_order_no_more_accept_than_there_are_seats_and_the_order_is_kept() => Acts.Sample(acts =>
    {
        var history = GroupHistory.Of(seats: 4).Invite(8);
        foreach (var (act, n) in acts)
        {
            var before = history.Group;
            Do(history, act, n);
            var after = history.Group;
            var (seats, order) = (after.Plan!.Seats, after.Invitations.Where(i => i.Stands).OrderBy(i => i.Place).ToList());
            if (after.Invitations.Count(i => i.Accepted) > seats) return false;
            if (!order.Select(i => i.HasSeat).SequenceEqual(order.Select((_, at) => at < seats))) return false; // seats are taken from the front, and none is left empty
            if (after.Invitations.Any(i => i.HasSeat && !i.Stands)) return false;
            if (act != Act.FewerSeats && before.Seated.Any(i => after.Invitation(i.Number) is { HasSeat: false, Stands: true })) return false; // nobody is put out of their seat
            var stayed = before.Waiting.Select(i => i.Number).Where(number => after.Invitation(number)!.Waits && after.Invitation(number)!.Place == before.Invitation(number)!.Place).ToList();
            if (!stayed.SequenceEqual(after.Waiting.Select(i => i.Number).Where(stayed.Contains))) return false;
        }
        return true;
    });

    private static void Do(GroupHistory history, Act act, int n)
    {
        switch (act)
        {
            case Act.Yes: history.Reply(n, GroupReply.Yes); break;
            case Act.No: history.Reply(n, GroupReply.No); break;
            case Act.Maybe: history.Reply(n, GroupReply.Maybe); break;
            case Act.Off: history.Do((group, _) => InvitationRules.TakeOff(group, [.. group.Invitations.Where(i => i.Number == n).Select(i => i.Invitee)], OffReason.Withdrew)); break;
            case Act.InviteOne: history.Do((group, _) => InvitationRules.Invite(group, Invitee.Parse($"{SosLongitudinal.Study.Kernel.WorkerId.From($"extra-{n}")}"), default)); break;
            default:
                var seats = history.Group.Plan!.Seats + (act == Act.MoreSeats ? 1 : -1);
                history.Do((group, s) => GroupRules.ChangePlan(group, StudySketch.Frame, group.Plan! with { Seats = seats }, s));
                break;
        }
    }
}
