using System.Collections.Immutable;
using Orleans;

namespace SosLongitudinal.Study.Kernel;

/// <summary>Which kind of "no" it is; decides the HTTP status and nothing else.</summary>
public enum RefusalKind
{
    /// <summary>What was sent cannot be accepted (422).</summary>
    Invalid = 0,
    /// <summary>It clashes with what is already there (409).</summary>
    Conflict = 1,
    /// <summary>There is no such thing, or none that this person may know of (404).</summary>
    NotFound = 2,
    /// <summary>This person may not (403).</summary>
    Forbidden = 3,
}

/// <summary>One fault in one field of what was sent.</summary>
[GenerateSerializer, Immutable, Alias("sos.field-fault")]
public sealed record FieldFault([property: Id(0)] string Field, [property: Id(1)] string Sentence);

/// <summary>A business "no": a stable code, a sentence for a person that says what to do, and the fields at fault.</summary>
[GenerateSerializer, Immutable, Alias("sos.refusal")]
public sealed record Refusal(
    [property: Id(0)] string Code,
    [property: Id(1)] string Sentence,
    [property: Id(2)] RefusalKind Kind = RefusalKind.Invalid)
{
    [Id(3)] public ImmutableArray<FieldFault> Faults { get; init; } = [];

    public Refusal At(string field) => this with { Faults = [new(field, Sentence)] };
}
