using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

/// <summary>What a booking asks of one diary.</summary>
/// <param name="Week">The Monday of the week that it counts in; <c>null</c> where the owner has no week, as a room.</param>
/// <param name="WeeklyLimit">How many appointments that week may hold; asked of the diary of its Monday's month only.</param>
/// <param name="Family">Whom the appointment is with; <c>null</c> where the time is for a focus group.</param>
/// <param name="Replaces">The booking whose time it takes over where an appointment moves.</param>
[GenerateSerializer, Immutable, Alias("sos.diary-hold")]
public sealed record DiaryHold(
    [property: Id(0)] FamilyId? Family,
    [property: Id(1)] DateTimeOffset From,
    [property: Id(2)] DateTimeOffset Until,
    [property: Id(3)] DateOnly? Week = null,
    [property: Id(4)] int? WeeklyLimit = null,
    [property: Id(5)] OperationId? Replaces = null)
{
    /// <summary>Seconds. Long for what takes milliseconds, short for a person who waits for the slot of a crash.</summary>
    public const int HeldFor = 120;

    /// <summary>The focus group that the time is for.</summary>
    [Id(6)] public GroupId? Group { get; init; }
}

/// <summary>
/// Decisions about one diary. An expired hold is in the way like any other: only the family or group can say whether it stands, and the booking asks it.
/// </summary>
public static class DiaryRules
{
    public static Decision<ImmutableArray<DiaryFact>> Hold(Diary diary, DiaryHold hold, Stamp stamp)
    {
        if (hold.From >= hold.Until) return DiaryRefusals.NoTime;
        if (diary.Find(stamp.Operation) is not null) return Facts.None<DiaryFact>();
        if (diary.InTheWayOf(hold.From, hold.Until, stamp.Operation, hold.Replaces).FirstOrDefault() is { } there) return DiaryRefusals.Taken(diary.Key.Owner.Kind, there.State);
        if (hold is { Week: { } week, WeeklyLimit: { } limit } && diary.InWeek(week, stamp.Operation, hold.Replaces).Count() >= limit) return DiaryRefusals.WeekFull(week, limit);
        return Facts.Of<DiaryFact>(new DiaryFact.Held(hold.Family, hold.From, hold.Until, hold.Week, DiaryHold.HeldFor, hold.Replaces, hold.Group));
    }

    public static Decision<ImmutableArray<DiaryFact>> Confirm(Diary diary, OperationId booking) => diary.Find(booking) switch
    {
        null => DiaryRefusals.NotHeld,
        { State: EntryState.Held } => Facts.Of<DiaryFact>(new DiaryFact.Confirmed(booking)),
        _ => Facts.None<DiaryFact>(),
    };

    public static Decision<ImmutableArray<DiaryFact>> Release(Diary diary, OperationId booking) =>
        diary.Find(booking) is { State: not EntryState.Away } ? Facts.Of<DiaryFact>(new DiaryFact.Released(booking)) : Facts.None<DiaryFact>();

    public static Decision<ImmutableArray<DiaryFact>> SetAway(Diary diary, DateTimeOffset from, DateTimeOffset until, Stamp stamp) =>
        from >= until ? DiaryRefusals.NoTime
        : diary.InTheWayOf(from, until, stamp.Operation, null).ToList() is { Count: > 0 } there ? DiaryRefusals.HasAppointments(there.Count(e => e.State != EntryState.Away))
        : Facts.Of<DiaryFact>(new DiaryFact.AwaySet(from, until));

    public static Decision<ImmutableArray<DiaryFact>> LiftAway(Diary diary, OperationId away) =>
        diary.Find(away) is { State: EntryState.Away } ? Facts.Of<DiaryFact>(new DiaryFact.AwayLifted(away)) : Facts.None<DiaryFact>();
}

/// <summary>Refusals of diaries. Codes are public and never reworded.</summary>
public static class DiaryRefusals
{
    public static readonly Refusal NoTime = new("diary.no-time", "A reservation ends after it begins.");
    public static readonly Refusal NotHeld = new("diary.not-held", "This time is no longer held. Book again.", RefusalKind.Conflict);
    public static readonly Refusal Over = new("diary.hold-over", "This booking was not finished in time and its slot was given back. Book again.", RefusalKind.Conflict);

    public static Refusal Taken(OwnerKind owner, EntryState by) => new Refusal("diary.taken", (owner, by) switch
    {
        (OwnerKind.Person, EntryState.Away) => "This person is away then. Choose another time or somebody else.",
        (OwnerKind.Person, _) => "This person has another appointment then. Choose another time or somebody else.",
        (_, EntryState.Away) => "The room is not to be had then. Choose another time or room.",
        _ => "The room is taken then. Choose another time or room.",
    }, RefusalKind.Conflict).At(by == EntryState.Away || owner == OwnerKind.Person ? "at" : "room");

    public static Refusal WeekFull(DateOnly monday, int limit) =>
        new Refusal("diary.week-full", $"This person already has {limit} appointments in the week from {DayWords.Of(monday)}, which is their limit.", RefusalKind.Conflict).At("on");

    /// <summary>The same where it is the second person's diary that says no.</summary>
    public static Refusal OfSecond(Refusal why) => (why with { Sentence = why.Sentence.Replace("This person", "The second person", StringComparison.Ordinal), Faults = [] }).At("second");

    public static Refusal HasAppointments(int appointments) => new("diary.has-appointments", appointments switch
    {
        0 => "They are already away on some of these days.",
        1 => "There is an appointment on these days. Move it first.",
        _ => $"There are {appointments} appointments on these days. Move them first.",
    }, RefusalKind.Conflict);
}
