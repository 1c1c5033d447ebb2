using System.Collections.Immutable;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;

namespace SosLongitudinal.Grains.Tray;

/// <summary>The trays of all sites: a site's volumes are read one after another until one is not full.</summary>
public sealed class Trays(IGrainFactory grains, StudyFrames frames)
{
    /// <summary>Puts a form into the first volume that has room; sent again, it is where it was put first.</summary>
    /// <param name="apart">Whoever keys it says that it is no form that waits there already; otherwise one that looks like it is said.</param>
    public async Task<Decision<TrayItem>> Key(SiteCode site, TrayForm form, Stamp stamp, bool apart = false)
    {
        for (var volume = 1; ; volume++)
        {
            var tray = grains.Tray(site, volume);
            var decision = await (apart ? tray.Key(form, stamp) : tray.KeyOnce(form, stamp));
            if (decision is not Decision<TrayItem>.Refused { Why.Code: "tray.full" }) return decision;
        }
    }

    /// <summary>The form that waits at a site and looks like this one.</summary>
    public async Task<TrayItem?> LookedLike(SiteCode site, TrayForm form) =>
        (await frames.Current()).Shelf.Find(form.Instrument, form.InstrumentVersion) is not { } definition ? null
        : TrayTwice.LookedLike(new TrayVolume(site, 1) { Items = [.. await ItemsOf(site)] }, form, definition);

    /// <summary>The forms of these sites (<c>null</c>: all), the longest waiting first.</summary>
    public async Task<ImmutableArray<TrayItem>> Items(ImmutableArray<SiteCode>? scope)
    {
        var sites = (await frames.Current()).Sites.Keys.Where(site => scope is not { } own || own.Contains(site));
        var all = await Task.WhenAll(sites.Select(ItemsOf));
        return [.. all.SelectMany(items => items).OrderBy(i => i.KeyedAt).ThenBy(i => i.Id.ToString(), StringComparer.Ordinal)];
    }

    public async Task<TrayItem?> Find(TrayItemId item) =>
        (await frames.Current()).Sites.ContainsKey(item.Site) ? (await grains.Tray(item).Read()).Item(item) : null;

    private async Task<List<TrayItem>> ItemsOf(SiteCode site)
    {
        var items = new List<TrayItem>();
        for (var volume = 1; ; volume++)
        {
            var read = await grains.Tray(site, volume).Read();
            items.AddRange(read.Items);
            if (!read.IsFull) return items;
        }
    }
}
