using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Storage;
using SosLongitudinal.Storage.Files;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Releases;

/// <summary>The releases of the study and their files in the vault. Releases are few: they are read from the store when they are listed.</summary>
public sealed class ReleaseShelf(IRecordStore store, IFileVault vault, IGrainFactory grains)
{
    /// <summary>Every release whose files are all there, the newest first.</summary>
    public async Task<ImmutableArray<Release>> All() => [.. (await Read()).Where(r => r.Contents is not null)];

    /// <summary>Those that were begun and never finished nor given up; one of them may be being made right now.</summary>
    public async Task<ImmutableArray<Release>> Unfinished() => [.. (await Read()).Where(r => r.IsUnfinished)];

    private async Task<IEnumerable<Release>> Read()
    {
        var all = new List<Release>();
        await foreach (var record in store.ReadAll(ReleaseKeys.State, ""))
            all.Add(Ledger<ReleaseFact>.FromStored(record.Key.Key, record.Content).Facts.Aggregate(new Release(ReleaseId.Parse(record.Key.Key)), ReleaseFact.Fold));
        return all.OrderByDescending(r => r.BegunAt);
    }

    public async Task<Release?> Find(ReleaseId id) => await grains.Release(id).Read() is { Contents: not null } release ? release : null;

    public async Task<Release?> FindBegun(ReleaseId id) => await grains.Release(id).Read() is { Exists: true } release ? release : null;

    /// <summary>Whether a person may know of a release: all its sites are theirs, and where readers are named they are one.</summary>
    public static bool MaySee(Release release, AccountKey account, SiteScope sites, bool isAdministrator) =>
        sites.Match(_ => true, only => release.Request.Sites is { } own && own.All(only.Sites.Contains))
        && (isAdministrator || release.Readers.IsEmpty || release.Readers.Contains(account) || release.By == account.ToString());

    /// <summary>A file's bytes, with its length known, from any place on.</summary>
    public Stream Open(Release release, ReleaseFile file) => new VaultStream(vault, ReleaseKeys.File(release.Id, file.Name), file.Length);

    /// <summary>Which rows are which family's.</summary>
    public async Task<ImmutableArray<FamilyRows>> Families(ReleaseId release)
    {
        await using var content = await Hidden(ReleaseKeys.Families(release));
        using var reader = new StreamReader(content);
        return [.. RowsOfFamilies.Read(await reader.ReadToEndAsync())];
    }

    /// <summary>The rows as they were frozen, whatever the formats.</summary>
    public async IAsyncEnumerable<byte[]> Rows(ReleaseId release, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var content = await Hidden(ReleaseKeys.Rows(release));
        var length = new byte[sizeof(int)];
        while (await content.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancellation) == length.Length)
        {
            var message = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
            await content.ReadExactlyAsync(message, cancellation);
            yield return message;
        }
    }

    internal async Task<ReleaseFile> Put(ReleaseId release, SetFile file, CancellationToken cancellation)
    {
        var name = ReleaseKeys.File(release, file.Name);
        long? rows = null;
        // an earlier attempt may have stored it: the same rows give the same bytes, and writing it nowhere counts them
        var stored = await vault.Find(name, cancellation) is null
            ? await PipedFile.Read(file, async (content, stop) => await vault.Put(name, content, stop) is var receipt ? (receipt.Length, receipt.Sha256) : default, cancellation, counted => rows = counted)
            : await PipedFile.Read(file, Measured, cancellation, counted => rows = counted);
        return new(file.Name, stored.Length, stored.Sha256) { Format = file.Format, Shortened = file.Shortened, Rows = rows };
    }

    internal async Task PutRows(ReleaseId release, TableSpool rows, RowsOfFamilies families, CancellationToken cancellation)
    {
        await PutOnce(ReleaseKeys.Families(release), new SetFile("", async (output, stop) => { await output.WriteAsync(families.ToText(), stop); return null; }), cancellation);
        await PutOnce(ReleaseKeys.Rows(release), new SetFile("", async (output, stop) =>
        {
            var length = new byte[sizeof(int)];
            await foreach (var message in rows.Read(stop))
            {
                BinaryPrimitives.WriteInt32LittleEndian(length, message.Length);
                await output.WriteAsync(length, stop);
                await output.WriteAsync(message, stop);
            }
            return null;
        }), cancellation);
    }

    private async Task PutOnce(string name, SetFile file, CancellationToken cancellation)
    {
        if (await vault.Find(name, cancellation) is null) await PipedFile.Read(file, (content, stop) => vault.Put(name, content, stop), cancellation);
    }

    private async Task<Stream> Hidden(string name) => await vault.Open(name) ?? throw new StoreUnavailableException($"the vault has lost {name}", new FileNotFoundException());

    private static async Task<(long Length, string Sha256)> Measured(Stream content, CancellationToken cancellation)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (buffer, length) = (new byte[1 << 16], 0L);
        for (int read; (read = await content.ReadAsync(buffer, cancellation)) > 0; length += read) sha.AppendData(buffer, 0, read);
        return (length, Convert.ToHexStringLower(sha.GetCurrentHash()));
    }
}
