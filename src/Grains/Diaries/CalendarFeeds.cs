using System.Security.Cryptography;
using System.Text;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>Secret addresses of calendar feeds: 250 bits that follow from the operation, so that asking again under it answers the same; only their hash is stored.</summary>
public sealed class CalendarFeeds(IGrainFactory grains, StudySecret secret)
{
    private const int Parts = 5;

    /// <summary>A new address for the owner's feed; the one before it ends.</summary>
    public async Task<Decision<string>> Open(DiaryOwner owner, Stamp stamp)
    {
        var token = new StringBuilder();
        for (var part = 0; part < Parts; part++) token.Append(await secret.Pseudonym($"calendar-feed-{part}", $"{owner}\n{stamp.By}\n{stamp.Operation}"));
        var text = token.ToString().ToLowerInvariant();
        return (await grains.Roster().OpenFeed(owner, HashOf(text), stamp)).Select(_ => text);
    }

    public async Task<DiaryOwner?> OwnerOf(string token) => (await grains.Roster().Read()).FeedAt(HashOf(token))?.Owner;

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
