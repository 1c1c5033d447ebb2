using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace SosLongitudinal.Extracts.Ipc;

/// <summary>
/// Several sources read as one, in their order, the next ones already at work while one is being read. Each is drained as fast as it gives, so that a slow
/// reader never leaves a source waiting half read; no more than <c>atOnce</c> are held.
/// </summary>
public static class ReadAhead
{
    public static async IAsyncEnumerable<T> InOrder<T>(IEnumerable<IAsyncEnumerable<T>> sources, int atOnce, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var next = sources.GetEnumerator();
        var open = new Queue<Drain<T>>();
        try
        {
            while (open.Count < atOnce && next.MoveNext()) open.Enqueue(Drain<T>.Start(next.Current, stop.Token));
            while (open.TryPeek(out var first))
            {
                await foreach (var item in first.Items.ReadAllAsync(cancellation)) yield return item;
                open.Dequeue();
                if (next.MoveNext()) open.Enqueue(Drain<T>.Start(next.Current, stop.Token));
            }
        }
        finally
        {
            await stop.CancelAsync();
            foreach (var left in open) await left.Ended;
        }
    }

    /// <summary>One source on its way into memory. A fault of the source is met by who reads its items; <see cref="Ended"/> never throws.</summary>
    private sealed record Drain<T>(ChannelReader<T> Items, Task Ended)
    {
        public static Drain<T> Start(IAsyncEnumerable<T> source, CancellationToken stop)
        {
            var items = Channel.CreateUnbounded<T>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
            return new(items.Reader, Run(source, items.Writer, stop));
        }

        private static async Task Run(IAsyncEnumerable<T> source, ChannelWriter<T> items, CancellationToken stop)
        {
            await Task.Yield(); // at work beside the reader, not within its turn
            try
            {
                await foreach (var item in source.WithCancellation(stop)) items.TryWrite(item);
                items.Complete();
            }
            catch (Exception fault)
            {
                items.Complete(fault);
            }
        }
    }
}
