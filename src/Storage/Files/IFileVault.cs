namespace SosLongitudinal.Storage.Files;

/// <summary>A file of the vault. Names are paths of one or more parts between slashes.</summary>
public sealed record VaultFile(string Name, long Length);

/// <summary>What the vault took in; the checksum is lower-case hexadecimal.</summary>
public sealed record VaultReceipt(string Name, long Length, string Sha256);

/// <summary>A file of this name is there already; files are written once.</summary>
public sealed class FileAlreadyStoredException(string name, Exception? inner = null) : Exception($"The file {name} is already stored.", inner);

/// <summary>
/// Files that are written once and never changed: uploads and releases. A file is there whole or not at all. Faults are
/// <see cref="StoreUnavailableException"/>.
/// </summary>
public interface IFileVault
{
    /// <summary>Takes a file in; durable when it returns. Throws <see cref="FileAlreadyStoredException"/> where the name is taken.</summary>
    Task<VaultReceipt> Put(string name, Stream content, CancellationToken cancellation = default);

    /// <summary>The file's bytes from an offset on, all or so many; <c>null</c> where there is no such file.</summary>
    Task<Stream?> Open(string name, long from = 0, long? length = null, CancellationToken cancellation = default);

    /// <summary><c>null</c> where there is no such file.</summary>
    Task<VaultFile?> Find(string name, CancellationToken cancellation = default);

    /// <summary>The files whose name starts with the prefix, in ordinal order of their encoded names.</summary>
    IAsyncEnumerable<VaultFile> List(string prefix, CancellationToken cancellation = default);
}
