using System.Runtime.CompilerServices;
using CsCheck;
using SosLongitudinal.Extracts.Ipc;

namespace SosLongitudinal.Tests.Extracts;

public sealed class ReadAheadTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sources_come_out_in_their_order_whatever_their_lengths() =>
        await Gen.Int[0, 9].Array[0, 12].SampleAsync(async lengths =>
        {
            var read = new List<int>();
            await foreach (var item in ReadAhead.InOrder(lengths.Select((length, source) => Source(source, length)), atOnce: 2, Cancel)) read.Add(item);
            return read.SequenceEqual(lengths.SelectMany((length, source) => Enumerable.Range(source * 100, length)));
        }, iter: 200);

    [Fact]
    public async Task A_fault_of_a_later_source_is_met_after_the_earlier_ones_were_read()
    {
        var read = new List<int>();

        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (var item in ReadAhead.InOrder([Source(0, 3), Failing(), Source(2, 3)], atOnce: 2, Cancel)) read.Add(item);
        });

        Assert.Equal([0, 1, 2], read);
    }

    [Fact]
    public async Task A_reader_that_leaves_stops_the_sources()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        await foreach (var _ in ReadAhead.InOrder([Endless(stopped, Cancel)], atOnce: 1, Cancel)) break;

        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private static async IAsyncEnumerable<int> Source(int source, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (i % 3 == 1) await Task.Yield();
            yield return source * 100 + i;
        }
    }

    private static async IAsyncEnumerable<int> Failing()
    {
        await Task.Yield();
        throw new InvalidOperationException("The source broke.");
#pragma warning disable CS0162 // an iterator needs a yield
        yield return 0;
#pragma warning restore CS0162
    }

    private static async IAsyncEnumerable<int> Endless(TaskCompletionSource stopped, [EnumeratorCancellation] CancellationToken stop = default)
    {
        try
        {
            yield return 0;
            await Task.Delay(Timeout.Infinite, stop); // waits for the stop that this test is about
        }
        finally
        {
            stopped.SetResult();
        }
    }
}
