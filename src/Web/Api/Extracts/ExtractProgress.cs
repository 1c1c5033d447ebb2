using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Ipc;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>How far an extract has come.</summary>
/// <param name="Rows">Rows that are through, those read and not yet written counting half where a format reads all rows before it writes any.</param>
/// <param name="Of">How many there are; <c>null</c> where nobody counted them.</param>
/// <param name="Doing"><c>reading</c> or <c>writing</c>.</param>
public sealed record ExtractStep(long Rows, long? Of, string Doing);

/// <summary>
/// Counts the rows of extracts whose client asked for it under an id of its own choosing: formats whose head says what only the last row tells send nothing while they
/// read. Known in this process only, and for a few minutes.
/// </summary>
public sealed class ExtractProgress(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<Guid, Counted> known = [];

    public ExtractStep? Of(Guid id) => known.TryGetValue(id, out var counted) ? counted.Step : null;

    /// <param name="of">How many rows there are, where that is known.</param>
    public Counted? Begin(Guid? id, FileFormat format, long? of)
    {
        if (id is not { } asked) return null;
        foreach (var (old, counted) in known) if (clock.GetUtcNow() - counted.Began > Kept) known.TryRemove(old, out _);
        return known[asked] = new(clock.GetUtcNow(), of, format.Name is "sav" or "zsav" or "dta" or "xlsx" ? 2 : 1);
    }

    /// <summary>One extract's rows, counted as they pass.</summary>
    /// <param name="Passes">How often each row passes before it is in the file.</param>
    public sealed record Counted(DateTimeOffset Began, long? All, int Passes)
    {
        private long read;
        private long written;

        public ExtractStep Step => new((Interlocked.Read(ref read) * (Passes - 1) + Interlocked.Read(ref written)) / Passes, All, Interlocked.Read(ref written) == 0 && Passes > 1 ? "reading" : "writing");

        public IAsyncEnumerable<byte[]> Reading(IAsyncEnumerable<byte[]> messages) => Passing(messages, rows => Interlocked.Add(ref read, rows));

        public IAsyncEnumerable<byte[]> Writing(IAsyncEnumerable<byte[]> messages) => Passing(messages, rows => Interlocked.Add(ref written, rows));

        private static async IAsyncEnumerable<byte[]> Passing(IAsyncEnumerable<byte[]> messages, Action<long> count, [EnumeratorCancellation] CancellationToken cancellation = default)
        {
            await foreach (var message in messages.WithCancellation(cancellation))
            {
                using (var batch = ArrowIpc.Read(message)) count(batch.Length);
                yield return message;
            }
        }
    }
}
