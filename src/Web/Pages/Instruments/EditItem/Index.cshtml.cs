using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments.EditItem;

/// <summary>One item of the draft: its words, its choices, its place, when it is asked and what it takes.</summary>
public sealed class IndexModel : ItemTask
{
    [FromRoute(Name = "item")] public string ItemName { get; set; } = "";

    public Item Item => Items.First(i => i.Name == ItemName);

    public override ItemType? Kind => Item.Type;

    public override Relevance? Gate => Item.Relevance;

    public override string Called => ItemName;

    /// <summary>How many other items have the same choices.</summary>
    public int Sharing => DraftEdits.Sharing(Draft, Item);

    private bool IsThere => Items.Any(i => i.Name == ItemName);

    public IActionResult OnGet()
    {
        if (!IsThere) return NotFound();
        Fields = ItemFields.Of(Draft, Item);
        After = ItemPlaces.Before(Draft, ItemName) ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!IsThere) return NotFound();
        // a client that says nothing of the place leaves it
        var moves = Request.Form.ContainsKey(nameof(After)) && After != (ItemPlaces.Before(Draft, ItemName) ?? "");
        var changed = Fields.Read().Then(words => DraftEdits.Change(Draft, ItemName, words)).Then(next => moves ? ItemPlaces.Put(next, ItemName, After) : next);
        return await Keep(changed, $"{ItemName} is changed.", InstrumentsLinks.Draft(Id, ItemName), ReturnAtFields);
    }
}
