using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Instruments;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Instruments.New;

/// <summary>An instrument of the study's own, from its definition's text or from nothing but a title.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    [BindProperty] public string Code { get; set; } = "";

    [BindProperty] public string Title { get; set; } = "";

    [BindProperty] public InstrumentSubject? Subject { get; set; } = InstrumentSubject.Family;

    [BindProperty] public IFormFile? Upload { get; set; }

    [BindProperty] public string Definition { get; set; } = "";

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        var read = Upload is { Length: > 0 } || Definition.Trim().Length > 0 ? await UploadedText.Definition(Upload, Definition) : Blank();
        if (read is not Decision<InstrumentDefinition>.Accepted { Value: var definition }) return await ReturnPageWithTyped(((Decision<InstrumentDefinition>.Refused)read).Why);
        if ((await frames.Current()).Shelf.Find(definition.Id) is { } there) return await ReturnPageWithTyped(NewRefusals.Taken(there).At("Code"));
        return await Answer(await grains.Instrument(definition.Id).Draft(definition, Stamp()), kept => Done($"{definition.Title} is drafted.", InstrumentsLinks.Draft(kept.Id)));
    }

    private Decision<InstrumentDefinition> Blank()
    {
        var typed = new TypedFields();
        if (!InstrumentId.TryParse(Code.Trim(), null, out var id)) typed.Fault("Code", "Give an id of small letters, digits and hyphens, such as housing.");
        if (string.IsNullOrWhiteSpace(Title)) typed.Fault("Title", "Enter a title.");
        var subject = typed.Chosen(Subject, "Subject", "Choose what it is about.");
        return typed.Refusal is { } no ? no : new InstrumentDefinition
        {
            Id = id,
            Version = 1,
            Title = Title.Trim(),
            Subject = subject,
            Respondents = subject is InstrumentSubject.Worker or InstrumentSubject.Site ? [RespondentRole.Worker] : [RespondentRole.Parent, RespondentRole.Carer],
            Consent = Study.Consent.ConsentScope.Interview,
            Track = Study.Design.Track.Interview,
            Licence = "The wording is the study's own.",
            Sections = [],
        };
    }
}

internal static class NewRefusals
{
    public static Refusal Taken(InstrumentDefinition there) => new("instrument.taken", $"'{there.Id}' is {there.Title}. Change it from its own page, or choose another id.", RefusalKind.Conflict);
}
