using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Sites;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Pages.Forms.Units;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Sites.EnterForm;

/// <summary>Enters one form about a site, or corrects the one that is there.</summary>
public sealed class IndexModel(IGrainFactory grains) : SiteFormPage, IUnitFormPage
{
    [BindProperty] public TypedDate CompletedOn { get; set; } = new();

    [BindProperty] public FormMode? Mode { get; set; } = FormMode.Paper;

    [BindProperty] public string Language { get; set; } = "en";

    [BindProperty] public string Reason { get; set; } = "";

    public TypedAnswers Typed { get; private set; } = TypedAnswers.None;

    public FormFields Fields => new(Paper.Instrument, Typed) { Language = Language };

    public void OnGet()
    {
        Typed = Paper.There is { Entry.Answers: var answers } ? TypedAnswers.Of(answers) : TypedAnswers.Defaults(Paper.Instrument);
        if (Paper.There is { Entry: var there }) (CompletedOn, Mode, Language) = (TypedDate.Of(there.CompletedOn), there.Mode, there.Language);
    }

    public async Task<IActionResult> OnPost()
    {
        Typed = TypedAnswers.From(Request.Form);
        var read = UnitTyping.Read(this, Typed);
        if (read is Decision<UnitFormEntry>.Refused(var why)) return await ReturnPageWithTyped(why);
        var entered = await grains.Site(Site.Code).EnterForm(((Decision<UnitFormEntry>.Accepted)read).Value, Stamp(Reason.Trim() is { Length: > 0 } reason ? reason : null));
        return await Answer(entered, _ => Done("The form is saved.", SitesLinks.Form(Site.Code, Paper.Wave.Code, Paper.Instrument.Id)));
    }
}
