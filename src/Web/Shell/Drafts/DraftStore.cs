using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Shell.Drafts;

/// <summary>
/// Forms that were typed and not saved, per account, sealed for that account alone. At most twenty of an account, for two weeks. A form that was saved leaves a
/// mark for a day, so that a draft of it which arrives late is not taken for one that was lost.
/// </summary>
public sealed class DraftStore(IRecordStore records, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The records' state; not a ledger.</summary>
    public const string State = "entry-draft";

    /// <summary>The largest draft, in bytes as sent.</summary>
    public const int Largest = 64 * 1024;

    private const int Most = 20;
    private const int Tries = 4;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);
    private static readonly TimeSpan Marked = TimeSpan.FromDays(1);

    public async Task Save(Person person, Draft draft)
    {
        if (!await Write(person, OperationId.Parse(draft.Operation), there => there is null || Open(person, there) is { } old && old.TypedAt <= draft.TypedAt, draft)) return;
        foreach (var old in (await List(person)).Skip(Most)) await Forget(person, OperationId.Parse(old.Operation));
    }

    /// <summary>The form was saved, or the person threw it away.</summary>
    public Task Forget(Person person, OperationId operation) => Write(person, operation, _ => true, null);

    public async Task<Draft?> Read(Person person, OperationId operation) => await records.Read(Key(person, operation)) is { } there ? Open(person, there) : null;

    /// <summary>The last typed first.</summary>
    public async Task<ImmutableArray<Draft>> List(Person person)
    {
        var drafts = new List<Draft>();
        await foreach (var record in records.ReadAll(State, $"{person.Account}/")) if (Open(person, record) is { } draft) drafts.Add(draft);
        return [.. drafts.OrderByDescending(d => d.TypedAt)];
    }

    /// <summary>Deletes what is too old.</summary>
    public async Task Sweep(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var old = new List<StoredRecord>();
        await foreach (var record in records.ReadAll(State, "", cancellation)) if (Envelope(record) is var e && e.At + (e.Sealed is null ? Marked : Kept) < now) old.Add(record);
        foreach (var record in old) await records.Delete(record.Key, record.Version, cancellation);
    }

    /// <summary>Deletes every draft, whoever typed it, that names a family; called when what is held of the family is erased.</summary>
    public async Task Erase(FamilyId family)
    {
        var naming = new List<StoredRecord>();
        await foreach (var record in records.ReadAll(State, ""))
            if (Open(AccountOf(record), record) is { } draft && Names(draft, family.ToString())) naming.Add(record);
        foreach (var record in naming) await records.Delete(record.Key, record.Version);
        if (naming.Count > 0) await records.Scrub();
    }

    private static bool Names(Draft draft, string family) =>
        draft.Href.Contains(family, StringComparison.OrdinalIgnoreCase) || draft.Title.Contains(family, StringComparison.OrdinalIgnoreCase)
        || draft.Fields.Any(f => f.Value.Contains(family, StringComparison.OrdinalIgnoreCase));

    private static string AccountOf(StoredRecord record) => record.Key.Key[..record.Key.Key.LastIndexOf('/')];

    private async Task<bool> Write(Person person, OperationId operation, Func<StoredRecord?, bool> may, Draft? draft)
    {
        var key = Key(person, operation);
        var content = JsonSerializer.SerializeToUtf8Bytes(new Stored(clock.GetUtcNow(), draft is null ? null : Seal(person.Account.ToString()).Protect(JsonSerializer.SerializeToUtf8Bytes(draft))));
        for (var attempt = 1; ; attempt++)
        {
            var there = await records.Read(key);
            if (!may(there)) return false;
            try
            {
                await records.Write(key, content, there?.Version);
                return true;
            }
            catch (RecordConflictException) when (attempt < Tries)
            {
                // two tabs, or a form and its draft, at once: look again
            }
        }
    }

    private Draft? Open(Person person, StoredRecord record) => Open(person.Account.ToString(), record);

    private Draft? Open(string account, StoredRecord record)
    {
        if (Envelope(record) is not { Sealed: { } content } stored || stored.At + Kept < clock.GetUtcNow()) return null;
        try
        {
            return JsonSerializer.Deserialize<Draft>(Seal(account).Unprotect(content));
        }
        catch (CryptographicException)
        {
            return null; // its key is gone: nobody can read it again
        }
    }

    private static Stored Envelope(StoredRecord record) => JsonSerializer.Deserialize<Stored>(record.Content.Span)!;

    private IDataProtector Seal(string account) => protection.CreateProtector("sos.entry-draft", account);

    private static RecordKey Key(Person person, OperationId operation) => new(State, $"{person.Account}/{operation}");

    private sealed record Stored(DateTimeOffset At, byte[]? Sealed);
}
