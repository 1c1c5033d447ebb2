using System.Collections.Immutable;
using Orleans.Runtime;
using Orleans.Storage;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Ledgers;

/// <summary>The name under which every record's grain storage is registered.</summary>
public static class Records
{
    public const string Provider = "sos";
}

/// <summary>
/// A door to one record: load, ask the rule, append the facts in one conditional write, tell the register, answer. The one place that knows what a
/// repeated operation, a conflict and a failed write mean.
/// </summary>
public abstract class LedgerGrain<TFact, TState>(IPersistentState<Ledger<TFact>> record, TimeProvider clock) : Grain where TFact : class
{
    private bool mustReload;
    private OperationId? inDoubt; // the last operation whose write had no answer: it may land even after it was looked for

    /// <summary>The fold of the facts stored so far.</summary>
    protected TState State { get; private set; } = default!;

    protected Ledger<TFact> Ledger => record.State;
    protected string Key => this.GetPrimaryKeyString();

    /// <summary>The store's version of the record; empty before its first write.</summary>
    protected string RecordVersion => record.Etag ?? "";

    /// <summary>The state before the first fact.</summary>
    protected abstract TState Nothing { get; }

    protected abstract TState Fold(TState state, Recorded<TFact> fact);

    /// <summary>Whether two facts of one kind say the same; overridden where the same content is written as different bytes each time.</summary>
    protected virtual bool Same(TFact now, TFact before) => FactKinds<TFact>.Write(now).AsSpan().SequenceEqual(FactKinds<TFact>.Write(before));

    /// <summary>Whether an operation has left its facts here.</summary>
    protected bool Knows(OperationId operation) => Ledger.Stored.Any(f => f.Head.Op == operation);

    /// <summary>Called after a commit and before the answer; must not throw.</summary>
    protected virtual Task Committed() => Task.CompletedTask;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Refold();
        return Task.CompletedTask;
    }

    /// <summary>
    /// Decides one command. The same operation again gives the same answer and no second fact; with other content it is refused.
    /// A rule that accepts without facts changes nothing. Facts that match <paramref name="erasing"/> lose their content in the same write.
    /// </summary>
    protected async Task<Decision<TAnswer>> Decide<TAnswer>(
        Stamp stamp, Func<TState, Stamp, Decision<ImmutableArray<TFact>>> rule, Func<TState, TAnswer> answer, Func<Recorded<TFact>, bool>? erasing = null)
    {
        const int Tries = 3; // each conflict means that another activation committed in between; more than two in a row is a fault
        for (var attempt = 1; ; attempt++)
        {
            await ReloadFor(stamp.Operation);
            if (Repeated(stamp, rule, answer) is { } again)
            {
                await Committed(); // the first time may have ended between the write and the register
                return again;
            }

            var decision = rule(State, stamp);
            if (decision is Decision<ImmutableArray<TFact>>.Refused no) return no.Why;
            var facts = ((Decision<ImmutableArray<TFact>>.Accepted)decision).Value;
            if (facts.IsEmpty) return answer(State);

            if (!await Commit(facts, stamp, erasing, lastTry: attempt == Tries)) continue;
            var answered = answer(State);
            await Committed();
            return answered;
        }
    }

    /// <summary>Removes the content of facts that match, keeping their heads; the chain stays whole.</summary>
    protected async Task Erase(Func<Recorded<TFact>, bool> which)
    {
        await ReloadIfInDoubt();
        if (!await Write(Ledger.Erase(which), default, lastTry: true)) return;
        Refold();
        await Committed();
    }

    private async Task<bool> Commit(ImmutableArray<TFact> facts, Stamp stamp, Func<Recorded<TFact>, bool>? erasing, bool lastTry)
    {
        var before = Ledger.Length;
        var kept = erasing is null ? Ledger : Ledger.Erase(erasing);
        if (!await Write(kept.Append(facts, stamp with { At = clock.GetUtcNow() }), stamp.Operation, lastTry)) return false;
        StudyMeter.Committed(FactKinds<TFact>.Record, facts.Length);
        if (erasing is not null) Refold();
        else foreach (var stored in Ledger.Stored.Skip(before)) State = Fold(State, Ledger<TFact>.Open(stored));
        return true;
    }

    private async Task<bool> Write(Ledger<TFact> longer, OperationId operation, bool lastTry)
    {
        var before = record.State;
        record.State = longer;
        try
        {
            await record.WriteStateAsync();
            return true;
        }
        catch (InconsistentStateException) when (!lastTry)
        {
            record.State = before;
            mustReload = true;
            return false;
        }
        catch (Exception fault)
        {
            record.State = before;
            mustReload = true;
            if (fault.IsCertainlyUnsaved()) throw new StoreFaultException(Key, maybeSaved: operation == inDoubt, fault);
            if (await TookAfterAll(operation)) return false; // the next round finds the operation and gives its answer
            if (fault.MayStillLand()) inDoubt = operation;
            throw new StoreFaultException(Key, maybeSaved: fault.MayStillLand(), fault);
        }
    }

    /// <summary>After a write of unknown outcome: is the operation in the store? Where that cannot be read either, the person is told that it may be.</summary>
    private async Task<bool> TookAfterAll(OperationId operation)
    {
        try
        {
            await ReloadIfInDoubt();
        }
        catch (Exception fault)
        {
            inDoubt = operation;
            throw new StoreFaultException(Key, maybeSaved: true, fault);
        }
        return Knows(operation);
    }

    private Decision<TAnswer>? Repeated<TAnswer>(Stamp stamp, Func<TState, Stamp, Decision<ImmutableArray<TFact>>> rule, Func<TState, TAnswer> answer)
    {
        var stored = Ledger.Stored;
        var first = 0;
        while (first < stored.Count && stored[first].Head.Op != stamp.Operation) first++;
        if (first == stored.Count) return null;
        var end = first;
        while (end < stored.Count && stored[end].Head.Op == stamp.Operation) end++;

        var head = stored[first].Head;
        var then = FoldOf(Ledger.First(first));
        var again = head.By == stamp.By ? rule(then, stamp with { At = head.At }) : KernelRefusals.OperationReused;
        if (again is not Decision<ImmutableArray<TFact>>.Accepted same || !SameContent(same.Value, stored, first, end, stamp.Why)) return KernelRefusals.OperationReused;
        return answer(FoldOf(Ledger.First(end)));
    }

    private bool SameContent(ImmutableArray<TFact> facts, IReadOnlyList<StoredFact> stored, int first, int end, string? why)
    {
        if (facts.Length != end - first) return false;
        for (var i = 0; i < facts.Length; i++)
        {
            var before = stored[first + i];
            if (before.Head.Kind != FactKinds<TFact>.Of(facts[i])) return false;
            if (before.IsErased) continue; // its content can no longer be compared; its head says that it was done
            if (before.Why != why || !Same(facts[i], Ledger<TFact>.Open(before).Content!)) return false;
        }
        return true;
    }

    private async Task ReloadFor(OperationId operation)
    {
        try
        {
            await ReloadIfInDoubt();
        }
        catch (Exception fault)
        {
            // nothing of this call was written; an earlier call under the same operation may have been
            throw new StoreFaultException(Key, maybeSaved: operation == inDoubt, fault);
        }
    }

    private async Task ReloadIfInDoubt()
    {
        if (!mustReload) return;
        await record.ReadStateAsync();
        Refold();
        mustReload = false;
    }

    private void Refold()
    {
        record.State = record.State.Under(Key); // a provider that knows no ledgers gives it without its key
        State = FoldOf(record.State);
    }

    private TState FoldOf(Ledger<TFact> ledger) => ledger.Facts.Aggregate(Nothing, Fold);
}
