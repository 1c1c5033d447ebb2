using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments.Draft;

/// <summary>The next version while it is made: started from the newest, changed item by item or as text, discarded or compared.</summary>
public sealed class IndexModel : InstrumentTask
{
    [BindProperty] public string Title { get; set; } = "";

    [BindProperty] public string Note { get; set; } = "";

    [BindProperty] public string Licence { get; set; } = "";

    [BindProperty] public string Item { get; set; } = "";

    /// <summary>From 1.</summary>
    [BindProperty] public int Section { get; set; }

    [BindProperty] public IFormFile? Upload { get; set; }

    [BindProperty] public string Definition { get; set; } = "";

    public InstrumentDefinition? Draft => Kept.Draft;

    /// <summary>What stands in the way of publishing it as it is.</summary>
    public ImmutableArray<Clash> Clashes => Draft is { } draft ? PublishCheck.Of(Kept, draft, Frame.Shelf) : [];

    public void OnGet() => (Title, Note, Licence) = (Shown.Title, Shown.Note ?? "", Shown.Licence);

    public async Task<IActionResult> OnPostStart() => await Answer(await Door.Draft(Kept.Newest()!, Stamp()), $"A draft of version {Kept.Newest()!.Version + 1} is begun.", InstrumentsLinks.Draft(Id));

    public Task<IActionResult> OnPostDetails() => Edit(draft => DraftEdits.Details(draft, Title, Note, Licence), "The draft is changed.");

    public Task<IActionResult> OnPostUp() => Edit(draft => ItemPlaces.Step(draft, Item, up: true), $"{Item} is moved up.", Item);

    public Task<IActionResult> OnPostDown() => Edit(draft => ItemPlaces.Step(draft, Item, up: false), $"{Item} is moved down.", Item);

    public Task<IActionResult> OnPostSectionUp() => Edit(draft => SectionEdits.Step(draft, Section - 1, up: true), "The section is moved up.");

    public Task<IActionResult> OnPostSectionDown() => Edit(draft => SectionEdits.Step(draft, Section - 1, up: false), "The section is moved down.");

    public Task<IActionResult> OnPostNumber() => Edit(draft => ItemPlaces.Numbered(draft), "The items are numbered in form order.");

    /// <summary>Items of the newest version that the draft no longer has.</summary>
    public IReadOnlyList<Item> Dropped => Draft is { } draft && Kept.Newest() is { } newest ? [.. newest.Sections.SelectMany(s => s.Items).Where(i => draft.Sections.All(s => s.Items.All(d => d.Name != i.Name)))] : [];

    public Task<IActionResult> OnPostBringBack() => Edit(draft => Kept.Newest() is { } newest ? DraftEdits.BringBack(draft, newest, Item) : DraftRefusals.NoItem(Item), $"{Item} is back.", Item);

    public Task<IActionResult> OnPostDrop() => Edit(draft => DraftEdits.Drop(draft, Item), $"{Item} is dropped.");

    public async Task<IActionResult> OnPostText()
    {
        var read = await UploadedText.Definition(Upload, Definition);
        return read is Decision<InstrumentDefinition>.Accepted { Value: var sent }
            ? await Answer(await Door.Draft(sent, Stamp()), "The draft is replaced.", InstrumentsLinks.Draft(Id))
            : await ReturnPageWithTyped(((Decision<InstrumentDefinition>.Refused)read).Why);
    }

    public async Task<IActionResult> OnPostDiscard() =>
        await Answer(await Door.Discard(Stamp()), "The draft is discarded.", Kept.Newest() is null ? InstrumentsLinks.List : InstrumentsLinks.Show(Id));

    private async Task<IActionResult> Edit(Func<InstrumentDefinition, Decision<InstrumentDefinition>> change, string done, string? item = null)
    {
        if (Draft is not { } draft) return await ReturnPageWithTyped(InstrumentRefusals.NoDraft);
        return change(draft) is Decision<InstrumentDefinition>.Accepted { Value: var next }
            ? await Answer(await Door.Draft(next, Stamp()), done, InstrumentsLinks.Draft(Id, item))
            : await ReturnPageWithTyped(((Decision<InstrumentDefinition>.Refused)change(draft)).Why);
    }
}
