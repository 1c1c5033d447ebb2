using System.Globalization;

namespace SosLongitudinal.Storage.Sqlite;

/// <summary>
/// Versions rise and are never given twice, not even after a delete or a restart: each opening of the file takes the next epoch and counts within it.
/// </summary>
internal sealed class SqliteVersion(long epoch)
{
    private long next = epoch << 36;

    public long Next() => ++next;

    public static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>0, which no record has, for a text that this store never gave out.</summary>
    public static long Of(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;
}
