using System.Globalization;
using Orleans.Runtime;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;

namespace SosLongitudinal.Grains.Tray;

/// <summary>One volume of a site's tray of forms without a family. Every command answers the form as it then stands.</summary>
[GrainInterfaceType("sos.tray")]
public interface ITray : IGrainWithStringKey
{
    [Alias("key")] Task<Decision<TrayItem>> Key(TrayForm form, Stamp stamp);
    /// <summary>The same, unless a form that waits here looks like it.</summary>
    [Alias("key-once")] Task<Decision<TrayItem>> KeyOnce(TrayForm form, Stamp stamp);
    /// <summary>Reads a form that waits once more, begun on a known revision; 0 is from the paper, without knowing what is there.</summary>
    [Alias("change")] Task<Decision<TrayItem>> Change(TrayItemId item, TrayForm form, DraftBasis basis, Stamp stamp);
    [Alias("claim")] Task<Decision<TrayItem>> Claim(TrayItemId item, TrayMatch match, Stamp stamp);
    [Alias("release")] Task<Decision<TrayItem>> Release(TrayItemId item, Stamp stamp);
    [Alias("match")] Task<Decision<TrayItem>> MarkMatched(TrayItemId item, TrayMatch match, Stamp stamp);
    [Alias("discard")] Task<Decision<TrayItem>> Discard(TrayItemId item, Stamp stamp);
    [Alias("read")] Task<TrayVolume> Read();
}

/// <summary>The door to one volume of a tray.</summary>
[GrainType("sos-tray")]
internal sealed class TrayGrain([PersistentState(TrayKeys.State, Records.Provider)] IPersistentState<Ledger<TrayFact>> record, StudyFrames frames, TimeProvider clock)
    : LedgerGrain<TrayFact, TrayVolume>(record, clock), ITray
{
    protected override TrayVolume Nothing => TrayKeys.VolumeOf(base.Key);

    protected override TrayVolume Fold(TrayVolume state, Recorded<TrayFact> fact) => TrayFact.Fold(state, fact);

    Task<Decision<TrayItem>> ITray.Key(TrayForm form, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (tray, s) => TrayRules.Key(tray, frame, form, s), tray => tray.Items[^1]));

    public Task<Decision<TrayItem>> KeyOnce(TrayForm form, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (tray, s) => TrayRules.Key(tray, frame, form, s, apart: false), tray => tray.Items[^1]));

    public Task<Decision<TrayItem>> Change(TrayItemId item, TrayForm form, DraftBasis basis, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (tray, s) => TrayRules.Change(tray, frame, item, form, basis, s), tray => tray.Item(item)!));

    public Task<Decision<TrayItem>> Claim(TrayItemId item, TrayMatch match, Stamp stamp) => Decide(stamp, (tray, _) => TrayRules.Claim(tray, item, match), tray => tray.Item(item)!);

    public Task<Decision<TrayItem>> Release(TrayItemId item, Stamp stamp) => Decide(stamp, (tray, _) => TrayRules.Release(tray, item), tray => tray.Item(item)!);

    public Task<Decision<TrayItem>> MarkMatched(TrayItemId item, TrayMatch match, Stamp stamp) => Decide(stamp, (tray, _) => TrayRules.Match(tray, item, match), tray => tray.Item(item)!);

    public Task<Decision<TrayItem>> Discard(TrayItemId item, Stamp stamp) => Decide(stamp, (tray, s) => TrayRules.Discard(tray, item, s), tray => tray.Item(item)!);

    public Task<TrayVolume> Read() => Task.FromResult(State);
}

/// <summary>The only place where a tray is addressed: <c>ashmere~1</c>.</summary>
public static class TrayKeys
{
    public const string State = "tray";

    public static ITray Tray(this IGrainFactory grains, SiteCode site, int volume) => grains.GetGrain<ITray>(KeyOf(site, volume));

    public static ITray Tray(this IGrainFactory grains, TrayItemId item) => grains.Tray(item.Site, item.Volume);

    internal static string KeyOf(SiteCode site, int volume) => string.Create(CultureInfo.InvariantCulture, $"{site}~{volume}");

    internal static TrayVolume VolumeOf(string key) => key.Split('~') is [var site, var volume] && SiteCode.TryParse(site, null, out var code)
        ? new(code, int.Parse(volume, NumberStyles.None, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{key}' is not the key of a tray.");
}
