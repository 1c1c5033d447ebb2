using Microsoft.Data.Sqlite;

namespace SosLongitudinal.Storage.Sqlite;

/// <summary>
/// A copy of a data folder, taken while a study runs or stands still: the records as of one moment, the vault's files, and beside them the anchors of what
/// was copied. Whoever holds the copy holds the key ring and the study secret with it.
/// </summary>
public static class SqliteBackup
{
    public const string AnchorsName = "anchors.json";

    /// <summary>Copies into a folder that is new or empty, checks every record of the copy, and answers what the check found.</summary>
    public static async Task<VerificationReport> Take(string data, string to, CancellationToken cancellation = default)
    {
        if (Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any()) throw new StoreUnavailableException($"{to} is not empty; give a new folder.", new IOException(to));
        Directory.CreateDirectory(to);
        CopyRecords(data, Path.Combine(to, SqliteRecordStore.FileName));
        CopyFiles(Path.Combine(data, "files"), Path.Combine(to, "files"));
        await using var copy = SqliteRecordStore.Open(to);
        var report = await Verification.Run(copy, cancellation: cancellation);
        await using var anchors = File.Create(Path.Combine(to, AnchorsName));
        await report.Sound.Save(anchors, cancellation);
        return report;
    }

    /// <summary>In one read transaction, beside the writer: it neither waits for it nor holds it up.</summary>
    private static void CopyRecords(string data, string file)
    {
        try
        {
            using var source = new Database(Path.Combine(data, SqliteRecordStore.FileName)).OpenForReading();
            using var copy = source.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.Parameters.AddWithValue("$file", file);
            copy.CommandTimeout = 0;
            copy.ExecuteNonQuery();
        }
        catch (SqliteException fault)
        {
            throw new StoreUnavailableException($"the records could not be copied to {file}", fault);
        }
    }

    /// <summary>Vault files are written once and appear whole, so a plain copy is a sound one.</summary>
    private static void CopyFiles(string from, string to)
    {
        if (!Directory.Exists(from)) return;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
