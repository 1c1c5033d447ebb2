using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Groups;

/// <summary>The fold of a group's facts; an erased one changes nothing. Seats are given anew after each fact.</summary>
public static class FocusGroupFold
{
    public static FocusGroup Next(FocusGroup group, Recorded<FocusGroupFact> fact) => Seating.Settled(Apply(group, fact) with { Version = fact.Head.N }, fact.Head.At);

    private static FocusGroup Apply(FocusGroup group, Recorded<FocusGroupFact> fact) => fact.Content switch
    {
        FocusGroupFact.Planned f => group with { Plan = f.Plan },
        FocusGroupFact.PlanChanged f => group with { Plan = f.Plan },
        FocusGroupFact.Scheduled f => group with { Session = f.Session, Booking = fact.Head.Op, State = GroupState.Scheduled },
        FocusGroupFact.Moved f => group with
        {
            Session = f.Session,
            Booking = fact.Head.Op,
            Moves = group is { Session: { } was, Booking: { } booking } ? group.Moves.Add(new(was, booking, fact.Why, fact.Head.By, fact.Head.At)) : group.Moves,
        },
        FocusGroupFact.BookingAbandoned f => group with { AbandonedBookings = group.AbandonedBookings.Add(f.Booking) },
        FocusGroupFact.Drawn f => group with { Draws = group.Draws.Add(new(f.Asked, f.Way, f.Eligible, f.PassedOver) { Operation = fact.Head.Op, At = fact.Head.At }) },
        FocusGroupFact.Invited f => group with
        {
            Invitations = group.Invitations.Add(new(f.Number, f.Invitee, f.Way, fact.Head.Op, fact.Head.At) { Place = group.LastPlace + 1 }),
            LastNumber = Math.Max(group.LastNumber, f.Number),
            LastPlace = group.LastPlace + 1,
        },
        FocusGroupFact.Replied f => Replied(group, f, fact.Head.At),
        FocusGroupFact.TakenOff f => Change(group, f.Number, i => i with { Off = f.Reason, OffAt = fact.Head.At }),
        FocusGroupFact.Forgotten f => group with { Invitations = group.Invitations.RemoveAll(i => f.Numbers.Contains(i.Number)), LastNumber = f.Numbers.Append(group.LastNumber).Max() },
        FocusGroupFact.SessionHeld => group with { State = GroupState.Held },
        FocusGroupFact.Attended f => Change(group, f.Number, i => i with { Came = f.Came, Recording = f.Recording }),
        FocusGroupFact.TranscriptMoved f => group with { Transcript = group.Transcript.Add(new(f.Step, f.On, f.Who, fact.Head.By, fact.Head.At, fact.Why) { IsBack = f.IsBack, Source = f.Source }) },
        FocusGroupFact.Closed => group with { State = GroupState.Closed, Why = fact.Why },
        FocusGroupFact.Reopened => group with { State = GroupState.Held, Why = null },
        FocusGroupFact.Cancelled => group with { State = GroupState.Cancelled, Why = fact.Why },
        _ => group,
    };

    /// <summary>Who comes back after a no has lost their place in the order.</summary>
    private static FocusGroup Replied(FocusGroup group, FocusGroupFact.Replied f, DateTimeOffset at)
    {
        if (group.Invitation(f.Number) is not { } there) return group;
        var returns = there.Reply == GroupReply.No && f.Reply != GroupReply.No;
        var place = returns ? group.LastPlace + 1 : there.Place;
        return Change(group, f.Number, i => i with { Reply = f.Reply, RepliedAt = at, Place = place }) with { LastPlace = Math.Max(group.LastPlace, place) };
    }

    private static FocusGroup Change(FocusGroup group, int number, Func<Invitation, Invitation> change) =>
        group with { Invitations = [.. group.Invitations.Select(i => i.Number == number ? change(i) : i)] };
}

/// <summary>Who has a seat: the first of those who stand, as many as there are seats. Nobody loses a seat but by their own leaving, or where there are fewer seats.</summary>
public static class Seating
{
    internal static FocusGroup Settled(FocusGroup group, DateTimeOffset at)
    {
        if (group.Plan is not { } plan || group.Invitations.IsEmpty) return group;
        var seated = group.Invitations.Where(i => i.Stands).OrderBy(i => i.Place).Take(plan.Seats).Select(i => i.Number).ToHashSet();
        if (group.Invitations.All(i => i.HasSeat == seated.Contains(i.Number))) return group;
        return group with { Invitations = [.. group.Invitations.Select(i => i with { SeatSince = seated.Contains(i.Number) ? i.SeatSince ?? at : null })] };
    }
}
