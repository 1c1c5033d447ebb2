using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;

namespace SosLongitudinal.Web.Pages.Forms.Lock;

/// <summary>Closes a form to changes, or opens it again; both are recorded with a reason.</summary>
public sealed class IndexModel : FormWorkTask
{
    [BindProperty] public bool Unlock { get; set; }

    [BindProperty] public string Reason { get; set; } = "";

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var (door, stamp) = (Grains.FormWork(Family.Id), Stamp(Words(Reason)));
        return Unlock
            ? await AnswerForm(await door.Unlock(Form.Place, stamp), "The form is unlocked.")
            : await AnswerForm(await door.Lock(Form.Place, stamp), "The form is locked.");
    }
}
