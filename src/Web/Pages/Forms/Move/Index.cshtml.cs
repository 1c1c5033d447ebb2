using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Forms.Move;

/// <summary>Puts a form at another subject, respondent or wave of its family, or swaps it with the form that is there.</summary>
public sealed class IndexModel : FormWorkTask
{
    [BindProperty] public string ToWave { get; set; } = "";

    [BindProperty] public string ToSubject { get; set; } = "";

    [BindProperty] public string ToRespondent { get; set; } = "";

    [BindProperty] public string Reason { get; set; } = "";

    /// <summary>The two forms change places.</summary>
    [BindProperty] public bool Swap { get; set; }

    /// <summary>There is a form at the place that was chosen.</summary>
    public bool IsOccupied { get; private set; }

    public MoveChoices Choices => new(Frame, Family, Entered);

    public void OnGet() => (ToWave, ToSubject, ToRespondent) = ($"{Form.Place.Wave}", $"{Form.Place.Subject}", $"{Form.Place.Respondent}");

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (MoveChoices.Read(typed, Form.Place.Instrument, ToWave, ToSubject, ToRespondent) is not { } to) return await ReturnPageWithTyped(typed.Refusal!);
        var (door, stamp) = (Grains.FormWork(Family.Id), Stamp(Words(Reason)));
        var decision = Swap ? await door.Swap(Form.Place, to, stamp) : await door.Move(Form.Place, to, stamp);
        IsOccupied = Swap || decision is Decision<FormReceipt>.Refused { Why.Code: "form.occupied" };
        return await AnswerForm(decision, Swap ? "The two forms have changed places." : "The form is moved.");
    }
}
