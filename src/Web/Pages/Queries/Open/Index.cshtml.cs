using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Web.Pages.Forms;
using SosLongitudinal.Web.Shell.Components;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Queries.Open;

/// <summary>Raises a query on one item of a form, or on the form as a whole.</summary>
public sealed class IndexModel : FormWorkTask
{
    [BindProperty(SupportsGet = true)] public string Item { get; set; } = "";

    [BindProperty] public string Text { get; set; } = "";

    public IEnumerable<Choice> Items => Entered.Items.Select(i => new Choice(i.Name, string.Create(CultureInfo.InvariantCulture, $"{i.Number} {i.Caption()}")));

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var decision = await Grains.Queries(Family.Id).OpenQuery(Form.Place, Item, Text.Trim(), Stamp());
        return await Answer(decision.At(("remark", "Text"), ("item", "Item")), receipt => Done("The query is open.", FormsLinks.Show(Family.Id, receipt.Form.Place)));
    }
}
