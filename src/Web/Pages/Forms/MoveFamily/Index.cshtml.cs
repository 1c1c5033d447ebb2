using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms.Moves;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Forms.Move;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Forms.MoveFamily;

/// <summary>Takes a form to the family that it is about. A move that stopped on the way is finished or called off here.</summary>
public sealed class IndexModel(FormPassage passage) : FormWorkTask
{
    [BindProperty(SupportsGet = true)] public string To { get; set; } = "";

    [BindProperty] public string ToWave { get; set; } = "";

    [BindProperty] public string ToSubject { get; set; } = "";

    [BindProperty] public string ToRespondent { get; set; } = "";

    [BindProperty] public string Reason { get; set; } = "";

    /// <summary>The other family, once its id was given.</summary>
    public FamilyState? Target { get; private set; }

    public FormLeaving? Leaving => Form.Trail?.Leaving;

    public MoveChoices Choices => new(Frame, Target!, Entered);

    protected override async Task Load()
    {
        if (FamilyId.TryParse(To.Trim(), null, out var id) && await Grains.Family(id).Read() is { } found && Person.MaySee(found.Site)) Target = found;
    }

    public async Task<IActionResult> OnGet()
    {
        await Load();
        ToWave = $"{Form.Place.Wave}";
        return To.Length > 0 && Target is null ? await ReturnPageWithTyped(FamilyRefusals.Unknown.At("To")) : Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Target is null) return await ReturnPageWithTyped(FamilyRefusals.Unknown.At("To"));
        var typed = new TypedFields();
        if (MoveChoices.Read(typed, Form.Place.Instrument, ToWave, ToSubject, ToRespondent) is not { } now) return await ReturnPageWithTyped(typed.Refusal!);
        return await AnswerForm(await passage.Move(Family.Id, Form.Place, Target.Id, now, Stamp(Words(Reason))), $"The form is moved to family {Target.Id}.", Target.Id);
    }

    public async Task<IActionResult> OnPostFinish() => Leaving is { } leaving && await MaySee(leaving.To)
        ? await AnswerForm(await passage.Finish(Family.Id, Form.Place, Stamp()), $"The form is moved to family {leaving.To}.", leaving.To)
        : await ReturnPageWithTyped(MoveRefusals.NotLeaving);

    public async Task<IActionResult> OnPostKeep() => await AnswerForm(await passage.Keep(Family.Id, Form.Place, Stamp()), "The form stays here.");

    private async Task<bool> MaySee(FamilyId family) => await Grains.Family(family).Site() is { } site && Person.MaySee(site);
}
