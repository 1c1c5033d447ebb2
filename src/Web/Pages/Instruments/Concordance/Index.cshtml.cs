using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Instruments.Linking;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments.Concordance;

/// <summary>How the items of one version stand to those of the version before it: the same, recoded by a table, or not comparable.</summary>
[RequestFormLimits(ValueCountLimit = 8 * Most)]
public sealed class IndexModel() : ListTask<ItemLink>(LinkRows.Kind)
{
    /// <summary>Items shown at once, those that were changed first; longer forms are linked through the API.</summary>
    private const int Most = 800;

    /// <summary>The later version.</summary>
    [BindProperty(SupportsGet = true)] public int? To { get; set; }

    [BindProperty(Name = "Rows")] public List<LinkRow> Typed { get; set; } = [];

    protected override int Now => Kept.LinksBy?.Revision ?? 0;

    protected override (string Words, string Href) Changed => ("concordance", $"{InstrumentsLinks.Concordance(Id)}{(To is { } to ? $"?to={to}" : "")}");

    protected override ImmutableArray<ItemLink> Rows => Kept.Links;

    protected override Task<ImmutableArray<ListStep<ItemLink>>> Since(int revision) => Lists.LinksSince(revision);

    /// <summary>Every version that has one before it, the draft's included.</summary>
    public ImmutableArray<InstrumentDefinition> Later => [.. All.Skip(1).Reverse()];

    public InstrumentDefinition? After { get; private set; }

    public InstrumentDefinition? Before { get; private set; }

    private IEnumerable<InstrumentDefinition> All => Kept.Draft is { } draft ? Kept.Published().Append(draft) : Kept.Published();

    protected override Task Load()
    {
        After = Later.FirstOrDefault(d => To is null || d.Version == To);
        Before = After is { } after ? All.LastOrDefault(d => d.Version < after.Version) : null;
        return Task.CompletedTask;
    }

    public async Task OnGet()
    {
        await Load();
        if (After is null) return;
        var links = Between(Kept.Links, Before!.Version, After.Version).ToList();
        var items = After.Items.Where(i => i.Instance <= 1).Select(i => links.FirstOrDefault(l => l.Item == i.Name && l.Wave is null) is { } link ? LinkRow.Of(link) : new LinkRow { Item = i.Name });
        Typed = [.. items.OrderBy(r => r.Kind.Length == 0 && IsUnchanged(r.Item)).Take(Most), .. links.Where(l => l.Wave is not null).Select(LinkRow.Of), new LinkRow()];
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (After is null) return NotFound();
        var shown = Typed.Select(r => r.Item).ToHashSet();
        var links = Begun.Except(Between(Begun, Before!.Version, After.Version).Where(l => shown.Contains(l.Item))).ToList();
        for (var i = 0; i < Typed.Count; i++)
        {
            if (Typed[i].Kind.Length == 0 || Typed[i].Item.Length == 0) continue;
            var read = Typed[i].Read(Before.Version, After.Version, $"Rows[{i}]");
            if (read is not Decision<ItemLink>.Accepted { Value: var link }) return await ReturnPageWithTyped(((Decision<ItemLink>.Refused)read).Why);
            links.Add(link);
        }
        ImmutableArray<ItemLink> sent = [.. links];
        return await Declare(sent, basis => Lists.DeclareLinks(sent, basis, Stamp()), "The concordance is saved.", ShowsLater(After) ? InstrumentsLinks.Compare(Id) : InstrumentsLinks.Show(Id));
    }

    /// <summary>Whether an item is as it was, so that nothing needs to be said of it.</summary>
    public bool IsUnchanged(string item) =>
        Before!.ItemOf(item) is { } was && After!.ItemOf(item) is { } now && was.Type == now.Type && was.Label == now.Label && Before.OfferedBy(was).SequenceEqual(After.OfferedBy(now));

    /// <summary>What the codes of both versions mean, where they differ; empty where they do not.</summary>
    public IEnumerable<string> OtherCodes(LinkRow row)
    {
        if (After!.ItemOf(row.Item) is not { } now || Before!.ItemOf(row.Was.Length > 0 ? row.Was : row.Item) is not { } was) yield break;
        if (Codes(Before, was) == Codes(After, now)) yield break;
        yield return $"Version {Before.Version}: {Codes(Before, was)}";
        yield return $"Version {After.Version}: {Codes(After, now)}";
    }

    private static string Codes(InstrumentDefinition definition, Item item) => string.Join(", ", definition.OfferedBy(item).Select(c => $"{c.Code} {c.Label}".TrimEnd()));

    private bool ShowsLater(InstrumentDefinition after) => after.Version == Kept.Draft?.Version;

    private static IEnumerable<ItemLink> Between(ImmutableArray<ItemLink> links, int from, int to) => links.Where(l => l.From == from && (l.To == to || l.To == from));
}
