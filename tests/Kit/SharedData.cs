namespace SosLongitudinal.Tests.Kit;

/// <summary>Real files that others made, in <c>shared/data</c> beside the checkout or above it, or where <c>SOS_SHARED_DATA</c> says.</summary>
public static class SharedData
{
    public static string? Root { get; } = Environment.GetEnvironmentVariable("SOS_SHARED_DATA") ?? Find(new(Repository.Root));

    /// <summary>The files of a folder; none where there is no such folder, and then a test says so.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
        Root is { } root && Directory.Exists(Path.Combine(root, folder)) ? [.. Directory.EnumerateFiles(Path.Combine(root, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    public static string Absent(string folder) => $"../shared/data/{folder} is not here, so its files were not tried.";

    private static string? Find(DirectoryInfo? folder) => folder is null ? null
        : Directory.Exists(Path.Combine(folder.FullName, "shared", "data")) ? Path.Combine(folder.FullName, "shared", "data")
        : Find(folder.Parent);
}
