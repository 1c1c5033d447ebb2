using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Web.Pages.Forms;
using SosLongitudinal.Web.Pages.Forms.Move;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Tray.Match;

/// <summary>Takes a form out of the tray into its family. A match that stopped on the way is finished or put back here.</summary>
public sealed class IndexModel(TrayMatching matching) : TrayTask
{
    [BindProperty(SupportsGet = true)] public string To { get; set; } = "";

    [BindProperty] public string ToWave { get; set; } = "";

    [BindProperty] public string ToSubject { get; set; } = "";

    [BindProperty] public string ToRespondent { get; set; } = "";

    [BindProperty] public TypedDate CompletedOn { get; set; } = new();

    [BindProperty] public string Reason { get; set; } = "";

    public FamilyState? Target { get; private set; }

    public MoveChoices Choices => new(Frame, Target!, Instrument!);

    protected override async Task Load()
    {
        if (FamilyId.TryParse(To.Trim(), null, out var id) && await Grains.Family(id).Read() is { } found && Person.MaySee(found.Site)) Target = found;
    }

    public async Task<IActionResult> OnGet()
    {
        await Load();
        ToWave = Item.Form.Wave?.ToString() ?? "";
        if (Item.Form.CompletedOn is { } filled) CompletedOn = TypedDate.Of(filled);
        return To.Length > 0 && Target is null ? await ReturnPageWithTyped(FamilyRefusals.Unknown.At("To")) : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Target is not { } family || Instrument is null) return await ReturnPageWithTyped(FamilyRefusals.Unknown.At("To"));
        var typed = new TypedFields();
        var on = typed.Read(CompletedOn.Read("CompletedOn", "day on which it was filled in"));
        if (MoveChoices.Read(typed, Item.Form.Instrument, ToWave, ToSubject, ToRespondent) is not { } place) return await ReturnPageWithTyped(typed.Refusal!);
        return await AnswerMatch(new(family.Id, place, on));
    }

    public async Task<IActionResult> OnPostFinish() => Item.Match is { } match && await Grains.Family(match.Family).Site() is { } site && Person.MaySee(site)
        ? await AnswerMatch(match)
        : await ReturnPageWithTyped(TrayRefusals.NotWaiting(Item));

    public async Task<IActionResult> OnPostPutBack() => await Answer((await matching.PutBack(Item.Id, Stamp())).At(), _ => Done("The form is back in the tray.", TrayLinks.List));

    private async Task<IActionResult> AnswerMatch(TrayMatch match)
    {
        var decision = await matching.Match(Item.Id, match, Stamp(Reason.Trim() is { Length: > 0 } why ? why : null));
        if (decision is Decision<FormReceipt>.Refused) Operation = Study.Kernel.OperationId.New().ToString();
        return await Answer(decision.At(), receipt => Done("The form is with its family.", FormsLinks.Show(match.Family, receipt.Form.Place)));
    }
}
