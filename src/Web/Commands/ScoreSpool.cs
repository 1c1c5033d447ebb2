using System.Text;

namespace SosLongitudinal.Web.Commands;

/// <summary>Where scored rows wait until every row is known to be sound, so that nobody meets half a file.</summary>
internal sealed class ScoreSpool : IDisposable
{
    private readonly FileStream file;
    private readonly string? target;

    private ScoreSpool(FileStream file, string? target)
    {
        this.file = file;
        this.target = target;
        Writer = new(file, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
    }

    public StreamWriter Writer { get; }

    /// <summary>Beside the target, so that the last step is a rename; for standard output in the folder for temporary files.</summary>
    public static ScoreSpool For(string? target)
    {
        var path = target is null ? Path.Combine(Path.GetTempPath(), $"sos-{Guid.NewGuid():N}.csv") : $"{target}.{Guid.NewGuid():N}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (target is null) options.Options = FileOptions.DeleteOnClose;
        // Answers of children lie in it: nobody else on the machine may read the spool.
        if (target is null && !OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(new FileStream(path, options), target);
    }

    public void Commit(Stream output)
    {
        Writer.Flush();
        if (target is null)
        {
            file.Position = 0;
            file.CopyTo(output);
            output.Flush();
            return;
        }
        file.Flush(flushToDisk: true);
        file.Dispose();
        File.Move(file.Name, target, overwrite: true);
    }

    /// <summary>After a commit to a file nothing is left to remove.</summary>
    public void Dispose()
    {
        if (file.CanWrite) Writer.Dispose();
        file.Dispose();
        if (target is not null) File.Delete(file.Name);
    }
}
