using System.Runtime.CompilerServices;

namespace SosLongitudinal.Storage.Files;

/// <summary>The vault in a folder on disk: a file is written aside, flushed, and then moved to its name.</summary>
public sealed class FolderVault : IFileVault
{
    private readonly string root;
    private readonly string incoming;

    public FolderVault(string folder)
    {
        root = Path.GetFullPath(folder);
        incoming = Path.Combine(root, ".incoming");
        Directory.CreateDirectory(incoming);
        foreach (var left in Directory.EnumerateFiles(incoming)) File.Delete(left); // of uploads that a crash cut short
    }

    public async Task<VaultReceipt> Put(string name, Stream content, CancellationToken cancellation = default)
    {
        var path = PathOf(name);
        if (File.Exists(path)) throw new FileAlreadyStoredException(name);
        var aside = Path.Combine(incoming, Guid.NewGuid().ToString("N"));
        using var measured = new MeasuredStream(content);
        try
        {
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, FileOptions.Asynchronous))
            {
                await measured.CopyToAsync(file, cancellation);
                file.Flush(flushToDisk: true);
            }
            MakeFolder(Path.GetDirectoryName(path)!);
            Move(aside, path, name);
            FolderSync.Flush(Path.GetDirectoryName(path)!);
            return measured.Receipt(name);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException && !measured.SourceFailed)
        {
            throw new StoreUnavailableException($"the file {name} could not be written", fault);
        }
        finally
        {
            if (File.Exists(aside)) File.Delete(aside);
        }
    }

    public Task<Stream?> Open(string name, long from = 0, long? length = null, CancellationToken cancellation = default) => Guarded<Stream?>(name, () =>
    {
        var path = PathOf(name);
        if (!File.Exists(path)) return null;
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous);
        file.Position = Math.Min(from, file.Length);
        return length is { } part ? new PartStream(file, part) : file;
    });

    public Task<VaultFile?> Find(string name, CancellationToken cancellation = default) =>
        Guarded(name, () => new FileInfo(PathOf(name)) is { Exists: true } file ? new VaultFile(name, file.Length) : null);

    public async IAsyncEnumerable<VaultFile> List(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (from, below) = RecordName.Range(prefix);
        var files = await Guarded("list", () => new DirectoryInfo(root).EnumerateFiles("*" + VaultName.Suffix, SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetRelativePath(root, file.FullName).Replace('\\', '/'), file.Length))
            .Where(file => string.CompareOrdinal(file.Name, from) >= 0 && string.CompareOrdinal(file.Name, below) < 0)
            .OrderBy(file => file.Name, StringComparer.Ordinal).ToList());
        foreach (var (name, length) in files)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new(VaultName.NameOf(name), length);
        }
    }

    private string PathOf(string name) => Path.Combine(root, VaultName.Of(name));

    private static void MakeFolder(string folder)
    {
        if (Directory.Exists(folder)) return;
        MakeFolder(Path.GetDirectoryName(folder)!);
        Directory.CreateDirectory(folder);
        FolderSync.Flush(Path.GetDirectoryName(folder)!);
    }

    private static void Move(string from, string to, string name)
    {
        try
        {
            File.Move(from, to, overwrite: false);
        }
        catch (IOException fault) when (File.Exists(to))
        {
            throw new FileAlreadyStoredException(name, fault);
        }
    }

    // the vault's folder itself being gone is a fault; a missing file in it is not
    private Task<T> Guarded<T>(string name, Func<T> act)
    {
        try
        {
            if (!Directory.Exists(root)) throw new DirectoryNotFoundException(root);
            return Task.FromResult(act());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Task.FromException<T>(new StoreUnavailableException($"the vault could not be read for {name}", fault));
        }
    }
}
