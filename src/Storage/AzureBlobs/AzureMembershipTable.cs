using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Orleans;
using Orleans.Runtime;

namespace SosLongitudinal.Storage.AzureBlobs;

/// <summary>
/// Who is in the cluster, in one blob guarded by its ETag: <c>{cluster}.json</c> in a container of its own. Row and table version change in one write, and the table's version
/// counts changes of rows only, so that signs of life never stand in a change's way.
/// </summary>
public sealed class AzureMembershipTable(BlobServiceClient account, string clusterId, string container = "membership") : IMembershipTable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter() } };

    private readonly BlobContainerClient blobs = account.GetBlobContainerClient(container);

    private BlobClient Blob => blobs.GetBlobClient(RecordName.Of(clusterId));

    public Task InitializeMembershipTable(bool tryInitTableVersion) => blobs.CreateIfNotExistsAsync();

    public async Task DeleteMembershipTableEntries(string clusterId) => await blobs.GetBlobClient(RecordName.Of(clusterId)).DeleteIfExistsAsync();

    public async Task<MembershipTableData> ReadAll() => (await Load()).Document.ToTable(_ => true);

    public async Task<MembershipTableData> ReadRow(SiloAddress key)
    {
        var silo = key.ToParsableString();
        return (await Load()).Document.ToTable(row => row.Silo == silo);
    }

    public Task<bool> InsertRow(MembershipEntry entry, TableVersion tableVersion)
    {
        var row = MembershipRow.Of(entry, NewTag());
        return Change(table => table.Find(entry.SiloAddress) switch
        {
            { } own when own.Tag == row.Tag => TableChange.Done,
            null when Follows(tableVersion, table) => new(new(tableVersion.Version, [.. table.Rows, row])),
            _ => TableChange.Refused,
        });
    }

    public Task<bool> UpdateRow(MembershipEntry entry, string etag, TableVersion tableVersion)
    {
        var row = MembershipRow.Of(entry, NewTag());
        return Change(table => table.Find(entry.SiloAddress) switch
        {
            { } own when own.Tag == row.Tag => TableChange.Done,
            { } old when old.Tag == etag && Follows(tableVersion, table) => new(new(tableVersion.Version, [.. table.Rows.Select(r => r.Silo == row.Silo ? row : r)])),
            _ => TableChange.Refused,
        });
    }

    public Task UpdateIAmAlive(MembershipEntry entry)
    {
        var silo = entry.SiloAddress.ToParsableString();
        return Change(table => table.Find(entry.SiloAddress) is null
            ? TableChange.Refused
            : new(table with { Rows = [.. table.Rows.Select(row => row.Silo == silo ? row with { AliveAt = entry.IAmAliveTime } : row)] }));
    }

    public Task CleanupDefunctSiloEntries(DateTimeOffset beforeDate) => Change(table =>
    {
        var kept = table.Rows.Where(row => row.Status != SiloStatus.Dead || row.StartTime >= beforeDate.UtcDateTime || row.AliveAt >= beforeDate.UtcDateTime).ToList();
        return kept.Count == table.Rows.Count ? TableChange.Done : new(table with { Rows = kept });
    });

    private static bool Follows(TableVersion next, MembershipDocument table) => next.Version == table.Version + 1 && next.VersionEtag == MembershipDocument.Tag(table.Version);

    private static string NewTag() => Guid.NewGuid().ToString("N");

    // a write that another one overtook is decided again on what is there now; each round means that somebody else got further
    private async Task<bool> Change(Func<MembershipDocument, TableChange> decide)
    {
        while (true)
        {
            var (table, tag) = await Load();
            var change = decide(table);
            if (change.Next is not { } next) return change.Holds;
            try
            {
                var conditions = tag is { } version ? new BlobRequestConditions { IfMatch = version } : new() { IfNoneMatch = ETag.All };
                await Blob.UploadAsync(BinaryData.FromObjectAsJson(next, Json), new BlobUploadOptions { Conditions = conditions });
                return true;
            }
            catch (RequestFailedException fault) when (BlobFaults.IsConflict(fault))
            {
            }
        }
    }

    private async Task<(MembershipDocument Document, ETag? Tag)> Load()
    {
        try
        {
            var blob = (await Blob.DownloadContentAsync()).Value;
            return (blob.Content.ToObjectFromJson<MembershipDocument>(Json)!, blob.Details.ETag);
        }
        catch (RequestFailedException fault) when (BlobFaults.IsAbsent(fault))
        {
            return (MembershipDocument.Empty, null);
        }
    }
}

/// <summary>What a change to the table comes to: a table to write, or nothing to write and whether the change holds.</summary>
internal readonly record struct TableChange(MembershipDocument? Next, bool Holds = true)
{
    public static readonly TableChange Done = new(null, true);
    public static readonly TableChange Refused = new(null, false);
}
