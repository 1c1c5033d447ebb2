using System.Collections.Immutable;
using System.Text.Json.Serialization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Reminders;

/// <summary>A digest of one day, noted before it was sent.</summary>
[GenerateSerializer, Immutable, Alias("sos.digest")]
public sealed record Digest([property: Id(0)] DateOnly On, [property: Id(1)] DateTimeOffset At, [property: Id(2)] MessageOutcome Outcome = MessageOutcome.Unknown);

/// <summary>What can happen to the digests of one person.</summary>
[RecordKind("sos.digests")]
[JsonDerivedType(typeof(Noted), "digest.noted")]
[JsonDerivedType(typeof(Settled), "digest.settled")]
public abstract record DigestFact
{
    private DigestFact() { }

    public sealed record Noted(DateOnly On) : DigestFact;
    public sealed record Settled(DateOnly On, MessageOutcome Outcome) : DigestFact;

    public static ImmutableArray<Digest> Fold(ImmutableArray<Digest> digests, Recorded<DigestFact> fact) => fact.Content switch
    {
        Noted f => digests.Add(new(f.On, fact.Head.At)),
        Settled f => [.. digests.Select(d => d.On == f.On ? d with { Outcome = f.Outcome } : d)],
        _ => digests,
    };
}

/// <summary>Decisions about digests: one a day, noted before it is sent.</summary>
public static class DigestRules
{
    public static Decision<ImmutableArray<DigestFact>> Note(ImmutableArray<Digest> digests, DateOnly on) =>
        digests.Any(d => d.On >= on) ? ReminderRefusals.Noted : Facts.Of<DigestFact>(new DigestFact.Noted(on));

    public static Decision<ImmutableArray<DigestFact>> Settle(ImmutableArray<Digest> digests, DateOnly on, MessageOutcome outcome) =>
        digests.FirstOrDefault(d => d.On == on) is not { } digest ? ReminderRefusals.Unknown
        : digest.Outcome == outcome ? Facts.None<DigestFact>()
        : Facts.Of<DigestFact>(new DigestFact.Settled(on, outcome));
}
