using System.Collections.Immutable;
using Orleans;

namespace SosLongitudinal.Study.Design;

/// <summary>A part of the week at which families are to be tried, by local time; <see cref="To"/> is no longer inside.</summary>
[GenerateSerializer, Immutable, Alias("sos.contact-time")]
public sealed record ContactTime(
    [property: Id(0)] string Code, [property: Id(1)] string Label, [property: Id(2)] ImmutableArray<DayOfWeek> Days, [property: Id(3)] TimeOnly From, [property: Id(4)] TimeOnly To)
{
    public bool Covers(DateTime local) => Days.Contains(local.DayOfWeek) && TimeOnly.FromDateTime(local) is var time && From <= time && time < To;

    internal bool IsSameAs(ContactTime other) => this with { Days = other.Days } == other && Days.SequenceEqual(other.Days);
}

/// <summary>How often and when a family is tried before it is given up. Visits and calls count; what is sent, and what is asked of the worker, does not.</summary>
/// <param name="MostAttempts">At each wave; after them a final disposition is asked for.</param>
/// <param name="DaysBetween">From one attempt to the next where none was agreed.</param>
[GenerateSerializer, Immutable, Alias("sos.contact-protocol")]
public sealed record ContactProtocol([property: Id(0)] int MostAttempts, [property: Id(1)] int DaysBetween)
{
    /// <summary>The parts of the week over which the attempts are to be spread.</summary>
    [Id(2)] public ImmutableArray<ContactTime> Times { get; init; } = [];

    public bool IsSameAs(ContactProtocol? other) => other is not null && (MostAttempts, DaysBetween, Times.Length) == (other.MostAttempts, other.DaysBetween, other.Times.Length)
        && Times.Zip(other.Times).All(t => t.First.IsSameAs(t.Second));
}
