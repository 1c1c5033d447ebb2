using Azure.Core;
using Azure.Core.Pipeline;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.AzureBlobs;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Storage.AzureBlobs;

/// <summary>The service does its work, and its answer is lost on the way back: the client library tries again and meets its own success.</summary>
public sealed class LostAnswerTests
{
    private static readonly RecordKey Family = new("family", "7K2M9QX");
    private readonly LoseAnswers lost = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_first_write_whose_answer_was_lost_is_known_as_our_own()
    {
        var store = await Open();
        lost.Next = 1;
        var version = await store.Write(Family, Bytes.Of("once"), null, Cancel);
        Assert.Equal((0, version), (lost.Next, (await store.Read(Family, Cancel))!.Version));
    }

    [Fact]
    public async Task A_later_write_whose_answer_was_lost_is_known_as_our_own()
    {
        var store = await Open();
        var first = await store.Write(Family, Bytes.Of("first"), null, Cancel);
        lost.Next = 2;
        var second = await store.Write(Family, Bytes.Of("second"), first, Cancel);
        Assert.Equal(("second", second), ((await store.Read(Family, Cancel))!.Content.Text(), (await store.Read(Family, Cancel))!.Version));
    }

    [Fact]
    public async Task A_write_that_another_one_overtook_stays_a_conflict()
    {
        var store = await Open();
        var first = await store.Write(Family, Bytes.Of("same"), null, Cancel);
        await store.Write(Family, Bytes.Of("same"), first, Cancel);
        lost.Next = 1;
        await Assert.ThrowsAsync<RecordConflictException>(() => store.Write(Family, Bytes.Of("same"), first, Cancel));
    }

    [Fact]
    public async Task Where_no_answer_comes_at_all_the_outcome_is_not_known()
    {
        var store = await Open();
        lost.Next = int.MaxValue;
        await Assert.ThrowsAsync<RecordOutcomeUnknownException>(() => store.Write(Family, Bytes.Of("who knows"), null, Cancel));
        lost.Next = 0;
        Assert.Equal("who knows", (await store.Read(Family, Cancel))!.Content.Text());
    }

    private async Task<IRecordStore> Open()
    {
        var options = BlobAccount.Patience();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.AddPolicy(lost, HttpPipelinePosition.PerRetry);
        return await AzureBlobRecordStore.Open(BlobAccount.Of(await Azurite.Shared, options), new() { Container = $"records-{Guid.NewGuid():N}" }, Cancel);
    }

    private sealed class LoseAnswers : HttpPipelinePolicy
    {
        public int Next { get; set; }

        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
        {
            await ProcessNextAsync(message, pipeline);
            if (message.Request.Method != RequestMethod.Put || Next == 0) return;
            Next--;
            throw new IOException("the answer was lost");
        }

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}
