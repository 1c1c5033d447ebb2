using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

public enum EntryState
{
    /// <summary>Kept for a booking that is under way; once expired it is settled with the family before anybody else gets the time.</summary>
    Held = 0,
    Confirmed = 1,
    /// <summary>On leave, or the room is not to be had.</summary>
    Away = 2,
}

/// <summary>One reservation, from an instant until another, the end not inside.</summary>
/// <param name="Operation">The booking that it belongs to; the operation that set it where somebody is away.</param>
/// <param name="Week">The Monday of the week that it counts in; <c>null</c> where it does not count.</param>
[GenerateSerializer, Immutable, Alias("sos.diary-entry")]
public sealed record DiaryEntry(
    [property: Id(0)] OperationId Operation,
    [property: Id(1)] FamilyId? Family,
    [property: Id(2)] DateTimeOffset From,
    [property: Id(3)] DateTimeOffset Until,
    [property: Id(4)] EntryState State,
    [property: Id(5)] DateOnly? Week,
    [property: Id(6)] DateTimeOffset? Expires)
{
    /// <summary>The focus group that it is for, where it is not for a family.</summary>
    [Id(7)] public GroupId? Group { get; init; }

    public bool Overlaps(DateTimeOffset from, DateTimeOffset until) => From < until && from < Until;

    public bool IsExpired(DateTimeOffset now) => Expires is { } end && end <= now;
}

/// <summary>The diary of one person or room for one month, as folded from its facts. Entries never overlap, but for one that another of the same family replaces.</summary>
[GenerateSerializer, Immutable, Alias("sos.diary")]
public sealed record Diary([property: Id(0)] DiaryKey Key)
{
    [Id(1)] public ImmutableArray<DiaryEntry> Entries { get; init; } = [];

    public DiaryEntry? Find(OperationId operation)
    {
        foreach (var entry in Entries) if (entry.Operation == operation) return entry;
        return null;
    }

    /// <summary>What stands in the way of a reservation; entries of the booking itself and of the one that it replaces do not.</summary>
    public IEnumerable<DiaryEntry> InTheWayOf(DateTimeOffset from, DateTimeOffset until, OperationId own, OperationId? replaces) =>
        Entries.Where(e => e.Operation != own && e.Operation != replaces && e.Overlaps(from, until));

    /// <summary>The appointments that count in a week. Complete only in the diary of the month of its Monday.</summary>
    public IEnumerable<DiaryEntry> InWeek(DateOnly monday, OperationId own, OperationId? replaces) =>
        Entries.Where(e => e.Week == monday && e.Operation != own && e.Operation != replaces);

    internal Diary Without(OperationId operation) => this with { Entries = Entries.RemoveAll(e => e.Operation == operation) };
}
