using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments.EditItem;

/// <summary>One item of the draft: its words, its choices, when it is asked.</summary>
public sealed class IndexModel : DraftTask
{
    [FromRoute(Name = "item")] public string ItemName { get; set; } = "";

    [BindProperty] public ItemFields Fields { get; set; } = new();

    public Item Item => Draft.Sections.SelectMany(s => s.Items).First(i => i.Name == ItemName);

    /// <summary>How many other items have the same choices.</summary>
    public int Sharing => DraftEdits.Sharing(Draft, Item);

    private bool IsThere => Draft.Sections.Any(s => s.Items.Any(i => i.Name == ItemName));

    public IActionResult OnGet()
    {
        if (!IsThere) return NotFound();
        Fields = ItemFields.Of(Draft, Item);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!IsThere) return NotFound();
        var changed = Fields.Read().Then(words => DraftEdits.Change(Draft, ItemName, words));
        return changed is Decision<InstrumentDefinition>.Accepted { Value: var next }
            ? await Answer(await Door.Draft(next, Stamp()), $"{ItemName} is changed.", InstrumentsLinks.Draft(Id))
            : await ReturnPageWithTyped(ItemFields.At(((Decision<InstrumentDefinition>.Refused)changed).Why));
    }
}
