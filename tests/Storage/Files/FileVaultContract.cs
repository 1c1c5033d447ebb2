using System.Security.Cryptography;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Files;

namespace SosLongitudinal.Tests.Storage.Files;

/// <summary>What every vault promises.</summary>
public abstract class FileVaultContract : IAsyncLifetime
{
    protected IFileVault Vault { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<IFileVault> Open();

    /// <summary>Takes the place where files lie away.</summary>
    protected abstract Task Remove();

    public async ValueTask InitializeAsync() => Vault = await Open();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6 << 20)]
    public async Task A_file_comes_back_whole_and_its_receipt_names_length_and_checksum(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        var receipt = await Vault.Put("releases/r1/sdq.csv", new MemoryStream(bytes), Cancel);
        Assert.Equal(new VaultReceipt("releases/r1/sdq.csv", length, Convert.ToHexStringLower(SHA256.HashData(bytes))), receipt);
        Assert.Equal(bytes, await Content("releases/r1/sdq.csv"));
        Assert.Equal(new VaultFile("releases/r1/sdq.csv", length), await Vault.Find("releases/r1/sdq.csv", Cancel));
    }

    [Fact]
    public async Task A_file_is_written_once()
    {
        await Vault.Put("upload", new MemoryStream(Bytes.Of("first")), Cancel);
        await Assert.ThrowsAsync<FileAlreadyStoredException>(() => Vault.Put("upload", new MemoryStream(Bytes.Of("second")), Cancel));
        Assert.Equal(Bytes.Of("first"), await Content("upload"));
    }

    [Fact]
    public async Task Of_many_who_put_one_name_one_wins()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(async i =>
            (By: i, Fault: await Record.ExceptionAsync(() => Vault.Put("upload", new MemoryStream(Bytes.Of($"writer {i}")), Cancel)))));
        var winner = Assert.Single(outcomes, o => o.Fault is null);
        Assert.All(outcomes.Where(o => o != winner), o => Assert.IsType<FileAlreadyStoredException>(o.Fault));
        Assert.Equal(Bytes.Of($"writer {winner.By}"), await Content("upload"));
    }

    [Theory]
    [InlineData(0, 3L, "012")]
    [InlineData(4, 2L, "45")]
    [InlineData(4, null, "456789")]
    [InlineData(8, 50L, "89")]
    [InlineData(10, null, "")]
    [InlineData(99, 1L, "")]
    public async Task A_part_of_a_file_is_read_by_its_range(long from, long? length, string expected)
    {
        await Vault.Put("digits", new MemoryStream(Bytes.Of("0123456789")), Cancel);
        Assert.Equal(Bytes.Of(expected), await Content("digits", from, length));
    }

    [Fact]
    public async Task What_was_never_put_is_absent()
    {
        Assert.Null(await Vault.Open("nothing", cancellation: Cancel));
        Assert.Null(await Vault.Find("nothing", Cancel));
        Assert.Empty(await Vault.List("", Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task Files_are_listed_by_prefix_in_the_order_of_their_encoded_names()
    {
        string[] names = ["a", "a/b", "a/c d.csv", "a-b", "a.csv", "B", "é", "b/x"];
        foreach (var name in names) await Vault.Put(name, new MemoryStream(Bytes.Of(name)), Cancel);
        string[] ordered = [.. names.OrderBy(n => RecordName.Encode(n) + ".file", StringComparer.Ordinal)];
        Assert.Equal(ordered, await Vault.List("", Cancel).Select(f => f.Name).ToListAsync(Cancel));
        Assert.Equal(ordered.Where(n => n.StartsWith("a/", StringComparison.Ordinal)), await Vault.List("a/", Cancel).Select(f => f.Name).ToListAsync(Cancel));
        foreach (var name in names) Assert.Equal(Bytes.Of(name), await Content(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a/")]
    public async Task A_name_with_an_empty_part_is_refused(string name) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Vault.Put(name, new MemoryStream(), Cancel));

    [Fact]
    public async Task A_name_never_leads_out_of_the_vault()
    {
        await Vault.Put("../../outside", new MemoryStream(Bytes.Of("inside")), Cancel);
        Assert.Equal(["../../outside"], await Vault.List("", Cancel).Select(f => f.Name).ToListAsync(Cancel));
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_and_is_the_senders_fault()
    {
        var fault = await Record.ExceptionAsync(() => Vault.Put("upload", new BreakingStream(3 << 20), Cancel));
        Assert.Contains("the line is gone", fault!.ToString(), StringComparison.Ordinal);
        Assert.IsNotType<StoreUnavailableException>(fault);
        Assert.Null(await Vault.Find("upload", Cancel));
        await Vault.Put("upload", new MemoryStream(Bytes.Of("again")), Cancel);
    }

    [Fact]
    public async Task A_vault_that_is_gone_is_a_fault_and_never_an_absent_file()
    {
        await Remove();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Vault.Open("x", cancellation: Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Vault.Find("x", Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Vault.List("", Cancel).ToListAsync(Cancel).AsTask());
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Vault.Put("x", new MemoryStream(), Cancel));
    }

    private async Task<byte[]> Content(string name, long from = 0, long? length = null)
    {
        await using var file = await Vault.Open(name, from, length, Cancel);
        var content = new MemoryStream();
        await file!.CopyToAsync(content, Cancel);
        return content.ToArray();
    }

    private sealed class BreakingStream(int length) : MemoryStream(new byte[length])
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, count) is > 0 and var read ? read : throw new IOException("the line is gone");

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is > 0 and var read ? read : throw new IOException("the line is gone");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
    }
}
