using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

/// <summary>What can happen to the roster.</summary>
[RecordKind("sos.roster")]
[JsonDerivedType(typeof(RoomSet), "roster.room-set")]
[JsonDerivedType(typeof(TermsSet), "roster.terms-set")]
[JsonDerivedType(typeof(FeedOpened), "roster.feed-opened")]
[JsonDerivedType(typeof(FeedRevoked), "roster.feed-revoked")]
public abstract record RosterFact
{
    private RosterFact() { }

    /// <summary>A room was added, renamed, closed or opened again; its site stays.</summary>
    public sealed record RoomSet(RoomCode Code, SiteCode Site, string Name, bool IsClosed) : RosterFact;

    public sealed record TermsSet(string Account, ImmutableArray<DayHours> Hours, int? WeeklyLimit) : RosterFact;

    /// <summary>A calendar feed under a new address; the one before it is no more.</summary>
    public sealed record FeedOpened(DiaryOwner Owner, string Hash) : RosterFact;

    public sealed record FeedRevoked(DiaryOwner Owner) : RosterFact;

    /// <summary>The roster after one more fact; an erased one changes nothing.</summary>
    public static Roster Fold(Roster roster, Recorded<RosterFact> fact) => fact.Content switch
    {
        RoomSet f => roster with { Rooms = [.. roster.Rooms.Where(r => r.Code != f.Code).Append(new(f.Code, f.Site, f.Name, f.IsClosed)).OrderBy(r => r.Code.Text, StringComparer.Ordinal)] },
        TermsSet f => roster with { People = [.. roster.People.Where(p => p.Account != f.Account).Append(new(f.Account, f.Hours, f.WeeklyLimit)).OrderBy(p => p.Account, StringComparer.Ordinal)] },
        FeedOpened f => roster with { Feeds = [.. roster.Feeds.Where(feed => feed.Owner != f.Owner), new(f.Owner, f.Hash, fact.Head.By, fact.Head.At)] },
        FeedRevoked f => roster with { Feeds = [.. roster.Feeds.Where(feed => feed.Owner != f.Owner)] },
        _ => roster,
    };
}
