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

    [BindProperty] public IFormFile? Upload { get; set; }

    [BindProperty] public string Definition { get; set; } = "";

    public InstrumentDefinition? Draft => Kept.Draft;

    /// <summary>What stands in the way of publishing it as it is.</summary>
    public ImmutableArray<Clash> Clashes => Draft is { } draft ? PublishCheck.Of(Kept, draft, Frame.Shelf) : [];

    public void OnGet() => (Title, Note, Licence) = (Shown.Title, Shown.Note ?? "", Shown.Licence);

    public async Task<IActionResult> OnPostStart() => await Answer(await Door.Draft(Kept.Newest()!, Stamp()), $"A draft of version {Kept.Newest()!.Version + 1} is begun.", InstrumentsLinks.Draft(Id));

    public Task<IActionResult> OnPostDetails() => Edit(draft => DraftEdits.Details(draft, Title, Note, Licence), "The draft is changed.");

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

    private async Task<IActionResult> Edit(Func<InstrumentDefinition, Decision<InstrumentDefinition>> change, string done)
    {
        if (Draft is not { } draft) return await ReturnPageWithTyped(InstrumentRefusals.NoDraft);
        return change(draft) is Decision<InstrumentDefinition>.Accepted { Value: var next }
            ? await Answer(await Door.Draft(next, Stamp()), done, InstrumentsLinks.Draft(Id))
            : await ReturnPageWithTyped(((Decision<InstrumentDefinition>.Refused)change(draft)).Why);
    }
}
