using System.Collections.Immutable;
using Orleans.Concurrency;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Reminders;

namespace SosLongitudinal.Grains.Reminders;

/// <summary>The digests of one account in one year.</summary>
[GrainInterfaceType("sos.digests")]
public interface IDigestLog : IGrainWithStringKey
{
    /// <summary>Notes that the digest of a day is about to be sent; accepted once.</summary>
    [Alias("note")] Task<Decision<Digest>> Note(DateOnly on, Stamp stamp);
    [Alias("settle")] Task<Decision<Digest>> Settle(DateOnly on, MessageOutcome outcome, Stamp stamp);
    [Alias("read"), ReadOnly] Task<ImmutableArray<Digest>> Read();
}

/// <summary>The door to one account's digests.</summary>
[GrainType("sos-digests")]
internal sealed class DigestLogGrain([PersistentState("digests", Records.Provider)] IPersistentState<Ledger<DigestFact>> record, TimeProvider clock)
    : LedgerGrain<DigestFact, ImmutableArray<Digest>>(record, clock), IDigestLog
{
    protected override ImmutableArray<Digest> Nothing => [];

    protected override ImmutableArray<Digest> Fold(ImmutableArray<Digest> state, Recorded<DigestFact> fact) => DigestFact.Fold(state, fact);

    public Task<Decision<Digest>> Note(DateOnly on, Stamp stamp) => Decide(stamp, (digests, _) => DigestRules.Note(digests, on), digests => digests.First(d => d.On == on));

    public Task<Decision<Digest>> Settle(DateOnly on, MessageOutcome outcome, Stamp stamp) => Decide(stamp, (digests, _) => DigestRules.Settle(digests, on, outcome), digests => digests.First(d => d.On == on));

    public Task<ImmutableArray<Digest>> Read() => Task.FromResult(State);
}
