namespace SosLongitudinal.Storage.AzureBlobs;

/// <summary>
/// A record's blob: <c>{state}-{grain type}/{key}.json</c>, as Orleans' own Azure provider names it, where the grain type of the state <c>family</c> is
/// <c>sos-family</c>. Keys of plain characters are the same there; others lie under their encoded key here and under their bare text there.
/// </summary>
internal static class BlobName
{
    private const string Between = "-sos-";

    public static string Of(RecordKey key) => FolderOf(key.State) + RecordName.Of(key.Key);

    public static string FolderOf(string state)
    {
        var name = RecordName.OfState(state);
        return $"{name}{Between}{name}/";
    }

    public static string KeyOf(string folder, string blob) => RecordName.KeyOf(blob[folder.Length..]);

    /// <summary>The state that a folder holds; <c>null</c> where it is not one of ours.</summary>
    public static string? StateOf(string folder)
    {
        var name = folder.TrimEnd('/');
        var half = (name.Length - Between.Length) / 2;
        return half > 0 && name == $"{name[..half]}{Between}{name[..half]}" ? RecordName.StateOf(name[..half]) : null;
    }
}
