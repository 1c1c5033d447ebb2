using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;
using Choice = SosLongitudinal.Web.Shell.Components.Choice;

namespace SosLongitudinal.Web.Pages.Forms;

/// <summary>A page about one form's place: the wave, the instrument and the subject are in the address.</summary>
public abstract class FormTask : FamilyTask
{
    [FromRoute(Name = "wave")] public string WaveText { get; set; } = "";

    [FromRoute(Name = "instrument")] public string InstrumentText { get; set; } = "";

    [FromRoute(Name = "subject")] public string SubjectText { get; set; } = "";

    /// <summary>The version of the paper; the one in force today where none is named.</summary>
    [FromQuery(Name = "version")] public int? VersionOfPaper { get; set; }

    /// <summary>The version that the page was shown with: what is typed on it means what that version says, whichever came into force meanwhile.</summary>
    [BindProperty(Name = Batch.BatchPage.ShownField, SupportsGet = true)] public int? Shown { get; set; }

    public WaveDesign Wave { get; private set; } = null!;

    public InstrumentDefinition Instrument { get; private set; } = null!;

    public Party Subject { get; private set; }

    /// <summary>The member whom the form is about; <c>null</c> where it is about the family.</summary>
    public Member? About => Subject.Member is { } id ? Family.Member(id) : null;

    /// <summary>Who can answer this form about this subject.</summary>
    public IEnumerable<Choice> Respondents => Family.Members.Select(m => (Party)m.Id).Append(Party.CaseFile)
        .Where(p => FormPlaces.Fault(Family, Instrument, PlaceOf(p)) is null)
        .Select(p => new Choice(p.ToString(), p.Member is { } id ? Family.Member(id)!.LongWords() : p.Words(Family)));

    protected FormPlace PlaceOf(Party respondent) => new(Wave.Code, Instrument.Id, Subject, respondent);

    private InstrumentDefinition? Filled(InstrumentId instrument, WaveCode wave) =>
        (VersionOfPaper ?? Shown) is { } version ? Frame.Shelf.Find(instrument, version) : Frame.InForce(instrument, wave, Today);

    protected override bool Fits(FamilyState family)
    {
        if (!WaveCode.TryParse(WaveText, null, out var wave) || Frame.Design.Wave(wave) is not { } design) return false;
        if (!InstrumentId.TryParse(InstrumentText, null, out var instrument) || Filled(instrument, wave) is not { } definition) return false;
        if (!Party.TryParse(SubjectText, null, out var subject) || subject.Member is { } id && family.Member(id) is null) return false;
        (Wave, Instrument, Subject) = (design, definition, subject);
        return true;
    }
}
