using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Receipts;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Forms.NotePaper;

/// <summary>Notes that a paper form was sent, received or boxed, whether it is entered yet or not.</summary>
public sealed class IndexModel : FormTask
{
    [FromRoute(Name = "respondent")] public string RespondentText { get; set; } = "";

    [BindProperty] public ReceiptStep? Step { get; set; }

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Box { get; set; } = "";

    public FormPlace Place { get; private set; }

    public bool IsEntered => Family.FormAt(Place) is not null;

    public ReceiptLog Log => ReceiptLog.Of(Family, Frame.Design, Place);

    public string Back => IsEntered ? FormsLinks.Show(Family.Id, Place) : FamiliesLinks.Show(Family.Id) + "#forms";

    /// <summary>Keyed and verified follow from the entry.</summary>
    public IEnumerable<Choice> Steps => new[] { ReceiptStep.Sent, ReceiptStep.Received, ReceiptStep.Boxed }.Select(s => new Choice(s.ToString(), s.Words()));

    public void OnGet()
    {
        On = TypedDate.Of(Today);
        Step = Log switch { { Received: not null } => ReceiptStep.Boxed, { Sent: not null } => ReceiptStep.Received, _ => null };
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var step = typed.Chosen(Step, "Step", "Choose what happened to it.");
        var on = typed.Read(On.Read("On", "day"));
        var box = Box.Trim() is { Length: > 0 } named && step == ReceiptStep.Boxed ? named : null;
        return await When(typed, async () => await Answer((await Grains.FormWork(Family.Id).NoteReceipt(new(Place, step, on, box), Stamp())).At(), _ => Done("It is noted.", Back)));
    }

    protected override bool Fits(FamilyState family)
    {
        if (!base.Fits(family) || !Party.TryParse(RespondentText, null, out var respondent)) return false;
        Place = PlaceOf(respondent);
        return family.FormAt(Place) is not null || FormPlaces.Fault(family, Instrument, Place) is null;
    }
}
