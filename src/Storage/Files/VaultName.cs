namespace SosLongitudinal.Storage.Files;

/// <summary>A file's name as stored: parts encoded as record keys are, none of them empty, so that no name leads out of the vault.</summary>
internal static class VaultName
{
    // a folder's name never holds a dot, so the files a and a/b do not meet
    public const string Suffix = ".file";

    public static string Of(string name) => name.Split('/').All(part => part.Length > 0)
        ? RecordName.Encode(name) + Suffix
        : throw new ArgumentException("A file's name is one or more parts between slashes, none of them empty.", nameof(name));

    public static string NameOf(string stored) => Uri.UnescapeDataString(stored[..^Suffix.Length]);
}
