using System.Collections.Immutable;
using Orleans.Runtime;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Releases;

namespace SosLongitudinal.Grains.Releases;

/// <summary>One release: what was asked for, which files lie in the vault, who may see it. <see cref="ReleaseMaking"/> drives its making.</summary>
[GrainInterfaceType("sos.release")]
public interface IRelease : IGrainWithStringKey
{
    /// <summary>Notes what is to be frozen, as of when and by which version of the product.</summary>
    [Alias("begin")] Task<Decision<Release>> Begin(ReleaseRequest request, DateTimeOffset asOf, string product, Stamp stamp);
    /// <summary>All files are in the vault.</summary>
    [Alias("finish")] Task<Decision<Release>> Finish(ReleaseContents contents, Stamp stamp);
    /// <summary>Why its making stopped on the way; nothing where it is finished.</summary>
    [Alias("stop")] Task<Decision<Release>> Stop(string why, Stamp stamp);
    /// <summary>It will not be finished.</summary>
    [Alias("give-up")] Task<Decision<Release>> GiveUp(Stamp stamp);
    /// <summary>How much free text it asks for.</summary>
    [Alias("count-texts")] Task<Decision<Release>> CountTexts(ImmutableArray<TextCount> texts, Stamp stamp);
    /// <summary>Somebody who did not ask for the free text lets it leave, or does not.</summary>
    [Alias("decide-texts")] Task<Decision<Release>> DecideTexts(bool approves, Stamp stamp);
    [Alias("set-readers")] Task<Decision<Release>> SetReaders(ImmutableArray<AccountKey> readers, Stamp stamp);
    [Alias("approve")] Task<Decision<Release>> Approve(Stamp stamp);
    [Alias("read")] Task<Release> Read();
}

/// <summary>The door to one release.</summary>
[GrainType("sos-release")]
internal sealed class ReleaseGrain([PersistentState(ReleaseKeys.State, Records.Provider)] IPersistentState<Ledger<ReleaseFact>> record, TimeProvider clock)
    : LedgerGrain<ReleaseFact, Release>(record, clock), IRelease
{
    protected override Release Nothing => new(ReleaseId.Parse(Key));

    protected override Release Fold(Release state, Recorded<ReleaseFact> fact) => ReleaseFact.Fold(state, fact);

    public Task<Decision<Release>> Begin(ReleaseRequest request, DateTimeOffset asOf, string product, Stamp stamp) =>
        Decide(stamp, (release, _) => ReleaseRules.Begin(release, request, asOf, product), release => release);

    public Task<Decision<Release>> Finish(ReleaseContents contents, Stamp stamp) => Decide(stamp, (release, _) => ReleaseRules.Finish(release, contents), release => release);

    public Task<Decision<Release>> Stop(string why, Stamp stamp) => Decide(stamp, (release, _) => ReleaseRules.Stop(release, why), release => release);

    public Task<Decision<Release>> GiveUp(Stamp stamp) => Decide(stamp, (release, _) => ReleaseRules.GiveUp(release), release => release);

    public Task<Decision<Release>> CountTexts(ImmutableArray<TextCount> texts, Stamp stamp) => Decide(stamp, (release, _) => ReleaseRules.CountTexts(release, texts), release => release);

    public Task<Decision<Release>> DecideTexts(bool approves, Stamp stamp) => Decide(stamp, (release, s) => ReleaseRules.DecideTexts(release, approves, s), release => release);

    public Task<Decision<Release>> SetReaders(ImmutableArray<AccountKey> readers, Stamp stamp) => Decide(stamp, (release, _) => ReleaseRules.SetReaders(release, readers), release => release);

    public Task<Decision<Release>> Approve(Stamp stamp) => Decide(stamp, (release, s) => ReleaseRules.Approve(release, s), release => release);

    public Task<Release> Read() => Task.FromResult(State);
}

/// <summary>The only place where a release is addressed, in the records and in the vault.</summary>
public static class ReleaseKeys
{
    public const string State = "release";

    public static IRelease Release(this IGrainFactory grains, ReleaseId release) => grains.GetGrain<IRelease>(release.ToString());

    internal static string File(ReleaseId release, string name) => $"releases/{release}/{name}";

    /// <summary>Which rows are which family's. It stays here: no endpoint gives it out.</summary>
    internal static string Families(ReleaseId release) => $"releases/{release}/_families";

    /// <summary>The rows themselves, whatever the formats; comparisons read them.</summary>
    internal static string Rows(ReleaseId release) => $"releases/{release}/_rows";
}
