using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments.AddItem;

/// <summary>A further item of the draft.</summary>
public sealed class IndexModel : ItemTask
{
    [BindProperty] public string Name { get; set; } = "";

    [BindProperty] public ItemType? Type { get; set; } = ItemType.Code;

    /// <summary>The section that it begins, by its place, where that has no item yet.</summary>
    [BindProperty(SupportsGet = true)] public int? Section { get; set; }

    public override ItemType? Kind => null;

    public override string Called => "";

    public void OnGet(string? after)
    {
        After = Items.Any(i => i.Name == after) ? after! : Items.LastOrDefault()?.Name ?? "";
        var number = Items.FirstOrDefault(i => i.Name == After)?.Number ?? 0;
        Fields.Number = (after is null ? Items.Select(i => i.Number).DefaultIfEmpty(0).Max() + 1 : number + 1).ToString(CultureInfo.InvariantCulture);
    }

    public async Task<IActionResult> OnPost()
    {
        var name = Name.Trim();
        var added = Fields.Read().Then(words => Type is { } type ? Added(name, type, words) : DraftRefusals.NoSuchType);
        return await Keep(added, $"{name} is added.", InstrumentsLinks.Draft(Id, name), ReturnAtFields);
    }

    private Decision<InstrumentDefinition> Added(string name, ItemType type, ItemWords words)
    {
        if (Section is { } section) return DraftEdits.Add(Draft, name, type, words, null, section);
        // a client that names no place adds it at the end
        if (After.Length > 0 || Items.Count == 0 || !Request.Form.ContainsKey(nameof(After))) return DraftEdits.Add(Draft, name, type, words, After.Length == 0 ? null : After);
        return DraftEdits.Add(Draft, name, type, words, null).Then(next => ItemPlaces.Put(next, name, ""));
    }
}
