using Orleans;
using Orleans.Runtime;

namespace SosLongitudinal.Storage.AzureBlobs;

/// <summary>The cluster's table as stored: its version and a row per silo.</summary>
internal sealed record MembershipDocument(int Version, List<MembershipRow> Rows)
{
    public static readonly MembershipDocument Empty = new(0, []);

    public MembershipRow? Find(SiloAddress silo) => Rows.Find(row => row.Silo == silo.ToParsableString());

    public MembershipTableData ToTable(Func<MembershipRow, bool> which) =>
        new([.. Rows.Where(which).Select(row => Tuple.Create(row.ToEntry(), row.Tag))], new(Version, Tag(Version)));

    public static string Tag(int version) => version.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed record Suspicion(string By, DateTime At);

/// <summary>A silo's row. <c>Tag</c> names the write that made it, so that a writer can recognise its own.</summary>
internal sealed record MembershipRow(
    string Silo, string Tag, SiloStatus Status, string? HostName, string? SiloName, string? RoleName, int ProxyPort, int UpdateZone, int FaultZone,
    DateTime StartTime, DateTime AliveAt, List<Suspicion> Suspicions)
{
    public static MembershipRow Of(MembershipEntry entry, string tag) => new(
        entry.SiloAddress.ToParsableString(), tag, entry.Status, entry.HostName, entry.SiloName, entry.RoleName, entry.ProxyPort, entry.UpdateZone, entry.FaultZone,
        entry.StartTime, entry.IAmAliveTime, [.. (entry.SuspectTimes ?? []).Select(s => new Suspicion(s.Item1.ToParsableString(), s.Item2))]);

    public MembershipEntry ToEntry() => new()
    {
        SiloAddress = SiloAddress.FromParsableString(Silo),
        Status = Status,
        HostName = HostName ?? "",
        SiloName = SiloName ?? "",
        RoleName = RoleName ?? "",
        ProxyPort = ProxyPort,
        UpdateZone = UpdateZone,
        FaultZone = FaultZone,
        StartTime = StartTime,
        IAmAliveTime = AliveAt,
        SuspectTimes = [.. Suspicions.Select(s => Tuple.Create(SiloAddress.FromParsableString(s.By), s.At))],
    };
}
