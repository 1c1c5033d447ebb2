using System.Collections.Immutable;
using Orleans;

namespace SosLongitudinal.Study.Forms.Queries;

/// <summary>How a query stands.</summary>
public enum QueryState { Open = 0, Answered = 1, Closed = 2, Reopened = 3 }

/// <summary>One remark of a query's thread, and the state that it brought the query to.</summary>
[GenerateSerializer, Immutable, Alias("sos.query-remark")]
public sealed record QueryRemark([property: Id(0)] QueryState State, [property: Id(1)] string Text, [property: Id(2)] string By, [property: Id(3)] DateTimeOffset At);

/// <summary>A question about one answer of a form (<see cref="Item"/> empty: about the form), with its thread, the opening first.</summary>
/// <param name="Number">1, 2, 3 within its form.</param>
[GenerateSerializer, Immutable, Alias("sos.query")]
public sealed record Query([property: Id(0)] int Number, [property: Id(1)] string Item, [property: Id(2)] ImmutableArray<QueryRemark> Thread)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public QueryState State => Thread[^1].State;

    /// <summary>Somebody still has to do something about it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsPending => State != QueryState.Closed;

    [System.Text.Json.Serialization.JsonIgnore]
    public string OpenedBy => Thread[0].By;

    [System.Text.Json.Serialization.JsonIgnore]
    public DateTimeOffset OpenedAt => Thread[0].At;

    /// <summary>Days from its opening to its closing, or to a day where it is not closed.</summary>
    public int AgeOn(DateTimeOffset now) => (int)Math.Floor(((IsPending ? now : Thread[^1].At) - OpenedAt).TotalDays);

    /// <summary>Who opened it, answered it or said anything else in it.</summary>
    public bool Involves(string person)
    {
        foreach (var remark in Thread) if (remark.By == person) return true;
        return false;
    }
}
