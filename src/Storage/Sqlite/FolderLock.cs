using System.Globalization;

namespace SosLongitudinal.Storage.Sqlite;

/// <summary>Keeps a second process out of a data folder: a lock file held open, and a pid file beside it that says whose it is.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream held;
    private readonly string pidFile;

    private FolderLock(FileStream held, string pidFile)
    {
        this.held = held;
        this.pidFile = pidFile;
        File.WriteAllText(pidFile, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    }

    public static FolderLock Take(string folder)
    {
        var pidFile = Path.Combine(folder, "sos.pid");
        try
        {
            return new(new(Path.Combine(folder, "sos.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), pidFile);
        }
        catch (IOException fault) when (fault is not DirectoryNotFoundException)
        {
            var holder = File.Exists(pidFile) ? File.ReadAllText(pidFile) : "unknown";
            throw new StoreUnavailableException($"the data folder {folder} is in use by process {holder}. Stop it first, or give this one a folder of its own.", fault);
        }
    }

    public void Dispose()
    {
        File.Delete(pidFile);
        held.Dispose();
    }
}
