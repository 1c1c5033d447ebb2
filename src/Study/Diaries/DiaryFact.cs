using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

/// <summary>What can happen in a diary.</summary>
[RecordKind("sos.diary")]
[JsonDerivedType(typeof(Held), "diary.held")]
[JsonDerivedType(typeof(Confirmed), "diary.confirmed")]
[JsonDerivedType(typeof(Released), "diary.released")]
[JsonDerivedType(typeof(AwaySet), "diary.away-set")]
[JsonDerivedType(typeof(AwayLifted), "diary.away-lifted")]
public abstract record DiaryFact
{
    private DiaryFact() { }

    /// <summary>Held under the fact's own operation, for so many seconds from the fact's own instant: a hold that is asked for again is the same hold.</summary>
    public sealed record Held(FamilyId? Family, DateTimeOffset From, DateTimeOffset Until, DateOnly? Week, int Seconds, OperationId? Replaces = null, GroupId? Group = null) : DiaryFact;

    public sealed record Confirmed(OperationId Booking) : DiaryFact;
    public sealed record Released(OperationId Booking) : DiaryFact;

    public sealed record AwaySet(DateTimeOffset From, DateTimeOffset Until) : DiaryFact;
    public sealed record AwayLifted(OperationId Away) : DiaryFact;

    /// <summary>The diary after one more fact; an erased one changes nothing.</summary>
    public static Diary Fold(Diary diary, Recorded<DiaryFact> fact) => fact.Content switch
    {
        Held f => diary with { Entries = diary.Entries.Add(new(fact.Head.Op, f.Family, f.From, f.Until, EntryState.Held, f.Week, fact.Head.At.AddSeconds(f.Seconds)) { Group = f.Group }) },
        Confirmed f => diary with { Entries = [.. diary.Entries.Select(e => e.Operation == f.Booking ? e with { State = EntryState.Confirmed, Expires = null } : e)] },
        Released f => diary.Without(f.Booking),
        AwaySet f => diary with { Entries = diary.Entries.Add(new(fact.Head.Op, null, f.From, f.Until, EntryState.Away, null, null)) },
        AwayLifted f => diary.Without(f.Away),
        _ => diary,
    };
}
