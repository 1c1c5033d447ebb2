using System.Diagnostics;
using System.Text.Json.Serialization;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Families;

/// <summary>Who holds a family's case. What is unknown is <see cref="NotKnown"/>, never "no change".</summary>
[GenerateSerializer, Immutable, Alias("sos.case-holder")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Named), "worker")]
[JsonDerivedType(typeof(Unidentified), "unidentified")]
[JsonDerivedType(typeof(Team), "team")]
[JsonDerivedType(typeof(Unallocated), "unallocated")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(NotKnown), "not-known")]
public abstract record CaseHolder
{
    private CaseHolder() { }

    /// <summary>A named social worker.</summary>
    [GenerateSerializer, Immutable, Alias("sos.case-holder.worker")]
    public sealed record Named([property: Id(0)] WorkerId Worker) : CaseHolder;

    /// <summary>A worker who is not identified yet: a placeholder within the site, told apart by its label.</summary>
    [GenerateSerializer, Immutable, Alias("sos.case-holder.unidentified")]
    public sealed record Unidentified([property: Id(0)] string Label) : CaseHolder;

    /// <summary>A team or the duty desk.</summary>
    [GenerateSerializer, Immutable, Alias("sos.case-holder.team")]
    public sealed record Team([property: Id(0)] string Label) : CaseHolder;

    [GenerateSerializer, Immutable, Alias("sos.case-holder.unallocated")]
    public sealed record Unallocated : CaseHolder;

    [GenerateSerializer, Immutable, Alias("sos.case-holder.closed")]
    public sealed record Closed : CaseHolder;

    [GenerateSerializer, Immutable, Alias("sos.case-holder.not-known")]
    public sealed record NotKnown : CaseHolder;

    public T Match<T>(
        Func<Named, T> named, Func<Unidentified, T> unidentified, Func<Team, T> team, Func<Unallocated, T> unallocated, Func<Closed, T> closed, Func<NotKnown, T> notKnown) => this switch
    {
        Named h => named(h),
        Unidentified h => unidentified(h),
        Team h => team(h),
        Unallocated h => unallocated(h),
        Closed h => closed(h),
        NotKnown h => notKnown(h),
        _ => throw new UnreachableException(),
    };

    /// <summary>What tells one holder from another when changes are counted; <c>null</c> where nobody holds the case or it is not known who.</summary>
    [JsonIgnore]
    public string? Person => this switch
    {
        Named h => h.Worker.ToString(),
        Unidentified h => $"?{h.Label}",
        _ => null,
    };

    /// <summary>The one-word kind, as stored.</summary>
    [JsonIgnore]
    public string Kind => Match(_ => "worker", _ => "unidentified", _ => "team", _ => "unallocated", _ => "closed", _ => "not-known");
}

/// <summary>
/// A spell of one case holder: from a day (known to the day, month or year) until the next spell. <see cref="KnownTo"/> is the last day for which the
/// source vouches; after it the holder is not known.
/// </summary>
[GenerateSerializer, Immutable, Alias("sos.worker-spell")]
public sealed record WorkerSpell(
    [property: Id(0)] CaseHolder Holder,
    [property: Id(1)] PartialDate From,
    [property: Id(2)] string Source,
    [property: Id(3)] DateOnly? KnownTo,
    [property: Id(4)] string? Reason,
    [property: Id(5)] DateOnly RecordedOn);
