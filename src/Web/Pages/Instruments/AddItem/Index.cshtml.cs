using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments.AddItem;

/// <summary>A further item of the draft.</summary>
public sealed class IndexModel : DraftTask
{
    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public ItemType? Type { get; set; } = ItemType.Code;

    [BindProperty] public string After { get; set; } = "";

    [BindProperty] public ItemFields Fields { get; set; } = new();

    /// <summary>In form order.</summary>
    public IReadOnlyList<Item> Items => [.. Draft.Sections.SelectMany(s => s.Items)];

    public void OnGet()
    {
        Fields.Number = (Items.Select(i => i.Number).DefaultIfEmpty(0).Max() + 1).ToString(CultureInfo.InvariantCulture);
        After = Items.LastOrDefault()?.Name ?? "";
    }

    public async Task<IActionResult> OnPost()
    {
        var added = Fields.Read().Then(words => Type is { } type ? DraftEdits.Add(Draft, Name.Trim(), type, words, After.Length == 0 ? null : After) : DraftRefusals.NoSuchType);
        return added is Decision<InstrumentDefinition>.Accepted { Value: var next }
            ? await Answer(await Door.Draft(next, Stamp()), $"{Name.Trim()} is added.", InstrumentsLinks.Draft(Id))
            : await ReturnPageWithTyped(ItemFields.At(((Decision<InstrumentDefinition>.Refused)added).Why));
    }
}
