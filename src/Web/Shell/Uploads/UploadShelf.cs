using System.Collections.Concurrent;
using SosLongitudinal.Study.Accounts;

namespace SosLongitudinal.Web.Shell.Uploads;

/// <summary>
/// Files between the page that checks them and the one that takes them in: in memory only, for the person who sent them, for half an hour. They hold answers
/// of families, so nothing of them is left on a disk. After a restart, or where another process answers, the file is asked for again.
/// </summary>
public sealed class UploadShelf(TimeProvider clock)
{
    public const long MostBytes = 32L << 20;
    private const long MostInAll = 256L << 20;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);
    private readonly ConcurrentDictionary<string, Upload> held = new(StringComparer.Ordinal);

    /// <summary>Returns the name under which it is found again; the oldest files give way where there are too many.</summary>
    public string Keep(AccountKey of, string name, byte[] content)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, old) in held.OrderBy(h => h.Value.At))
            if (now - old.At > Kept || held.Values.Sum(h => h.Content.LongLength) + content.LongLength > MostInAll) held.TryRemove(id, out _);
        var key = Guid.NewGuid().ToString("N");
        held[key] = new(of, name, content, now);
        return key;
    }

    public Upload? Find(AccountKey of, string? key) =>
        key is { Length: > 0 } && held.TryGetValue(key, out var upload) && upload.Of == of && clock.GetUtcNow() - upload.At <= Kept ? upload : null;

    public void Drop(string key) => held.TryRemove(key, out _);
}

/// <summary>A file as somebody sent it.</summary>
public sealed record Upload(AccountKey Of, string Name, byte[] Content, DateTimeOffset At);
