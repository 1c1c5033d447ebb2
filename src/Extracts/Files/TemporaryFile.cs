namespace SosLongitudinal.Extracts.Files;

/// <summary>A file of the system's temporary folder that only this user can read and that goes when it is closed.</summary>
internal static class TemporaryFile
{
    private const int Buffer = 1 << 17;

    public static FileStream Create()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose, BufferSize = Buffer };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(Path.GetTempPath(), $"sos-{Path.GetRandomFileName()}"), options);
    }
}
