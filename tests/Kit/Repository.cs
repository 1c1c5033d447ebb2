namespace SosLongitudinal.Tests.Kit;

/// <summary>Where the source lies, seen from a test's own folder.</summary>
public static class Repository
{
    public static string Root { get; } = Find(new(AppContext.BaseDirectory));

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new DirectoryNotFoundException("SosLongitudinal.sln is in no folder above the tests."),
        _ when File.Exists(System.IO.Path.Combine(folder.FullName, "SosLongitudinal.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
