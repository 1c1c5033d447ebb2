using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;

namespace SosLongitudinal.Study.Diaries;

/// <summary>Decisions about rooms and working hours, and whether a plan keeps to them.</summary>
public static class RosterRules
{
    public static Decision<ImmutableArray<RosterFact>> SetRoom(Roster roster, StudyFrame frame, Room room) =>
        !CodeText.IsOne(room.Code.Text) ? RosterRefusals.RoomCode.At("code")
        : !frame.Sites.ContainsKey(room.Site) ? SiteRefusals.Unknown(room.Site) with { Kind = RefusalKind.Invalid }
        : room.Name.Trim().Length is 0 or > 80 ? RosterRefusals.RoomName.At("name")
        : roster.Room(room.Code) is { } there && there.Site != room.Site ? RosterRefusals.RoomTaken(room.Code).At("code")
        : roster.Room(room.Code) == room ? Facts.None<RosterFact>()
        : Facts.Of<RosterFact>(new RosterFact.RoomSet(room.Code, room.Site, room.Name.Trim(), room.IsClosed));

    public static Decision<ImmutableArray<RosterFact>> SetTerms(Roster roster, WorkTerms terms) =>
        terms.Account.Length is 0 or > 254 ? RosterRefusals.NotAnInterviewer
        : terms.Hours.Where(h => h.From >= h.To).ToList() is [var wrong, ..] ? RosterRefusals.Hours.At($"{wrong.Day}")
        : terms.Hours.GroupBy(h => h.Day).FirstOrDefault(g => g.Count() > 1) is { } twice ? RosterRefusals.Hours.At($"{twice.Key}")
        : terms.WeeklyLimit is < 0 or > 100 ? RosterRefusals.Limit.At("weeklyLimit")
        : roster.People.Any(p => p.Account == terms.Account && p.WeeklyLimit == terms.WeeklyLimit && p.Hours.SequenceEqual(terms.Hours)) ? Facts.None<RosterFact>()
        : Facts.Of<RosterFact>(new RosterFact.TermsSet(terms.Account, terms.Hours, terms.WeeklyLimit));

    public static Decision<ImmutableArray<RosterFact>> OpenFeed(DiaryOwner owner, string hash) => Facts.Of<RosterFact>(new RosterFact.FeedOpened(owner, hash));

    public static Decision<ImmutableArray<RosterFact>> RevokeFeed(Roster roster, DiaryOwner owner) =>
        roster.FeedOf(owner) is null ? Facts.None<RosterFact>() : Facts.Of<RosterFact>(new RosterFact.FeedRevoked(owner));

    /// <summary>Why a plan cannot be at a family's site; <c>null</c> where it can.</summary>
    public static Refusal? Fault(Roster roster, AppointmentPlan plan, SiteCode site, string timeZone) =>
        Fault(roster, plan.Second is { } second ? [plan.Interviewer, second] : [plan.Interviewer], plan.Room, plan.Start, plan.End, site, timeZone);

    /// <summary>Why these people cannot meet others at a site then, in this room.</summary>
    public static Refusal? Fault(Roster roster, IEnumerable<string> people, RoomCode? place, DateTimeOffset from, DateTimeOffset until, SiteCode site, string timeZone)
    {
        if (place is { } code)
        {
            if (roster.Room(code) is not { } room || room.Site != site) return RosterRefusals.UnknownRoom(code).At("room");
            if (room.IsClosed) return RosterRefusals.RoomClosed.At("room");
        }
        return people.Select(account => OutsideHours(roster.TermsOf(account), from, until, timeZone)).FirstOrDefault(fault => fault is not null);
    }

    private static Refusal? OutsideHours(WorkTerms terms, DateTimeOffset from, DateTimeOffset until, string timeZone)
    {
        var (start, end) = (LocalTimes.Local(timeZone, from), LocalTimes.Local(timeZone, until));
        if (terms.On(start.DayOfWeek) is not { } hours) return RosterRefusals.NotThatDay(terms.Account, start.DayOfWeek).At("on");
        var inside = end.Date == start.Date && TimeOnly.FromDateTime(start) >= hours.From && TimeOnly.FromDateTime(end) <= hours.To;
        return inside ? null : RosterRefusals.OutsideHours(terms.Account, hours).At("at");
    }
}

/// <summary>Refusals about rooms and working hours. Codes are public and never reworded.</summary>
public static class RosterRefusals
{
    public static readonly Refusal RoomCode = new("roster.room-code", "Give the room a code of 1 to 40 lower-case letters, digits and hyphens. It appears in calendar feeds, so no address.");
    public static readonly Refusal RoomName = new("roster.room-name", "Name the room in at most 80 characters.");
    public static readonly Refusal RoomClosed = new("roster.room-closed", "This room is closed. Choose another.", RefusalKind.Conflict);
    public static readonly Refusal Hours = new("roster.hours", "Give one time from and one time to, such as 09:00 and 17:00; the second is later.");
    public static readonly Refusal Limit = new("roster.limit", "Give a limit of 0 to 100 appointments a week, or none.");
    public static readonly Refusal NoDiary = new("roster.no-diary", "Choose somebody who has an account as interviewer, researcher or coordinator for one of your sites.");
    public static readonly Refusal NotAnInterviewer = new("roster.not-an-interviewer", "Choose somebody who has an interviewer's account for this site.");
    public static readonly Refusal NoFeed = new("roster.no-feed", "There is no such person or room, or the feed is not yours to change.", RefusalKind.NotFound);
    public static readonly Refusal AwayOrder = new("roster.away-days", "The last day away is not before the first, and at most 366 days after it.");
    public static Refusal RoomTaken(RoomCode code) => new("roster.room-taken", $"Another site has a room '{code}'.", RefusalKind.Conflict);
    public static Refusal RoomKnown(RoomCode code) => new("roster.room-known", $"There is a room '{code}' already. Give this one another code.", RefusalKind.Conflict);
    public static Refusal UnknownRoom(RoomCode code) => new("roster.unknown-room", $"This site has no room '{code}'.");
    public static Refusal NotThatDay(string account, DayOfWeek day) => new("roster.not-that-day", $"{account} does not work on {day}s.", RefusalKind.Conflict);
    public static Refusal OutsideHours(string account, DayHours hours) => new("roster.outside-hours", $"{account} works from {hours.From:HH:mm} to {hours.To:HH:mm} on {hours.Day}s.", RefusalKind.Conflict);
}
