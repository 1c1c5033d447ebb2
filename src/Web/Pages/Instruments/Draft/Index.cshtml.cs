using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments.Draft;

/// <summary>The next version while it is made: started from the newest, changed item by item or as text, discarded or compared.</summary>
public sealed class IndexModel : DraftTask
{
    [BindProperty] public string Title { get; set; } = "";

    [BindProperty] public string Note { get; set; } = "";

    [BindProperty] public string Licence { get; set; } = "";

    [BindProperty] public string Item { get; set; } = "";

    /// <summary>From 1.</summary>
    [BindProperty] public int Section { get; set; }

    [BindProperty] public IFormFile? Upload { get; set; }

    [BindProperty] public string Definition { get; set; } = "";

    protected override bool NeedsDraft => false;

    public bool HasDraft => Kept.Draft is not null;

    /// <summary>What stands in the way of publishing it as it is.</summary>
    public ImmutableArray<Clash> Clashes => HasDraft ? PublishCheck.Of(Kept, Draft, Frame.Shelf) : [];

    public void OnGet() => (Title, Note, Licence) = (Shown.Title, Shown.Note ?? "", Shown.Licence);

    /// <summary>Whoever comes second goes on with the draft that is there.</summary>
    public async Task<IActionResult> OnPostStart() => HasDraft
        ? Done($"{Kept.DraftedBy} has begun this draft already.", InstrumentsLinks.Draft(Id))
        : await Keep(Kept.Newest()!, $"A draft of version {Kept.Newest()!.Version + 1} is begun.", InstrumentsLinks.Draft(Id));

    public Task<IActionResult> OnPostDetails() => Edit(draft => DraftEdits.Details(draft, Title, Note, Licence), "The draft is changed.");

    public Task<IActionResult> OnPostUp() => Edit(draft => ItemPlaces.Step(draft, Item, up: true), $"{Item} is moved up.", Item);

    public Task<IActionResult> OnPostDown() => Edit(draft => ItemPlaces.Step(draft, Item, up: false), $"{Item} is moved down.", Item);

    public Task<IActionResult> OnPostSectionUp() => Edit(draft => SectionEdits.Step(draft, Section - 1, up: true), "The section is moved up.");

    public Task<IActionResult> OnPostSectionDown() => Edit(draft => SectionEdits.Step(draft, Section - 1, up: false), "The section is moved down.");

    public Task<IActionResult> OnPostNumber() => Edit(draft => ItemPlaces.Numbered(draft), "The items are numbered in form order.");

    /// <summary>Items of the newest version that the draft no longer has.</summary>
    public IReadOnlyList<Item> Dropped => HasDraft && Kept.Newest() is { } newest ? [.. newest.Sections.SelectMany(s => s.Items).Where(i => Draft.Sections.All(s => s.Items.All(d => d.Name != i.Name)))] : [];

    public Task<IActionResult> OnPostBringBack() => Edit(draft => Kept.Newest() is { } newest ? DraftEdits.BringBack(draft, newest, Item) : DraftRefusals.NoItem(Item), $"{Item} is back.", Item);

    public Task<IActionResult> OnPostDrop() => Edit(draft => DraftEdits.Drop(draft, Item), $"{Item} is dropped.");

    public async Task<IActionResult> OnPostText()
    {
        Definition = await UploadedText.Of(Upload, Definition);
        var read = DefinitionUpload.Revised(Definition);
        // the text says which revision it was got at; without that it was begun on what this page showed
        if (read is Decision<RevisedText>.Accepted { Value.Revision: { } got } && got != Revision)
        {
            Revision = got;
            if (await Elsewhere() is { } there) return there;
        }
        return await Keep(read.Select(r => r.Definition), "The draft is replaced.", InstrumentsLinks.Draft(Id));
    }

    protected override IEnumerable<KeyValuePair<string, string>> AlsoKept() => Upload is { Length: > 0 } ? [new(nameof(Definition), Definition)] : [];

    public async Task<IActionResult> OnPostDiscard() =>
        await Unless(await Door.Discard(Stamp(), Revision), "The draft is discarded.", Kept.Newest() is null ? InstrumentsLinks.List : InstrumentsLinks.Show(Id));

    private Task<IActionResult> Edit(Func<InstrumentDefinition, Decision<InstrumentDefinition>> change, string done, string? item = null) =>
        HasDraft ? Keep(change(Draft), done, InstrumentsLinks.Draft(Id, item)) : ReturnPageWithTyped(InstrumentRefusals.NoDraft);
}
