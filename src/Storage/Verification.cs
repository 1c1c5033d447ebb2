using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Storage;

/// <summary>A break in a stored record. <c>Fact</c> is the number of the fact at fault, 0 for the record as a whole.</summary>
public sealed record RecordFault(RecordKey Record, int Fact, string Sentence);

/// <summary>What a walk over a store found. <c>Others</c> counts records that are not ledgers; <c>Sound</c> holds how far each ledger holds.</summary>
public sealed record VerificationReport(int Records, long Facts, int Others, ImmutableArray<RecordFault> Faults, Anchors Sound);

/// <summary>Checks every ledger of a store: its chain, and against the anchors of a backup its length and presence.</summary>
public static class Verification
{
    /// <summary>The states whose records are not ledgers: the key ring, the study secret, register caches, and the notes of accounts that are not facts.</summary>
    public static readonly ImmutableHashSet<string> NotLedgers = ["keyring", "secret", "register", "account-notes", "account-use", "entry-draft"];

    /// <param name="anchors">From a backup's anchor file; <c>null</c>: cut tails and missing records do not show.</param>
    /// <param name="walked">Told the number of records walked so far.</param>
    public static async Task<VerificationReport> Run(IRecordStore store, Anchors? anchors = null, IProgress<int>? walked = null, CancellationToken cancellation = default)
    {
        var (records, others, facts) = (0, 0, 0L);
        var faults = ImmutableArray.CreateBuilder<RecordFault>();
        var sound = Anchors.None.Records.ToBuilder();
        var missing = (anchors ?? Anchors.None).Records.ToBuilder();
        await foreach (var state in store.States(cancellation))
        {
            await foreach (var record in store.ReadAll(state, "", cancellation))
            {
                walked?.Report(records + others + 1);
                if (NotLedgers.Contains(state))
                {
                    others++;
                    continue;
                }
                records++;
                missing.Remove(Anchors.NameOf(record.Key));
                var found = LedgerCheck.Of(LedgerText.RecordOf(record.Content.Span), record.Key.Key, record.Content, anchors?.Of(record.Key));
                facts += found.Sound.Length;
                if (found.Fault is { } fault) faults.Add(new(record.Key, fault.Fact, fault.Sentence));
                else sound[Anchors.NameOf(record.Key)] = found.Sound;
            }
        }
        faults.AddRange(missing.Keys.Select(name => new RecordFault(Anchors.KeyOf(name), 0, "it is missing")));
        return new(records, facts, others, faults.ToImmutable(), new(sound.ToImmutable()));
    }
}
