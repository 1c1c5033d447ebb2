using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Forms.Enter;

/// <summary>Enters one filled form at typing speed. The page follows from the instrument's definition; nothing here knows an instrument.</summary>
public sealed class IndexModel : FormTask
{
    [BindProperty(SupportsGet = true)] public string Respondent { get; set; } = "";

    [BindProperty] public TypedDate CompletedOn { get; set; } = new();

    [BindProperty] public FormMode? Mode { get; set; } = FormMode.Paper;

    /// <summary>The language that the form was filled in; labels are shown in it where they can be.</summary>
    [BindProperty(SupportsGet = true)] public string Language { get; set; } = "en";

    [BindProperty] public string Reason { get; set; } = "";

    /// <summary>What is left without an answer is saved as not stated.</summary>
    [BindProperty] public bool LeaveOut { get; set; }

    public TypedAnswers Typed { get; private set; } = TypedAnswers.None;

    public FormFields Fields => new(Instrument, Typed) { Language = Language };

    public ImmutableArray<string> Languages => Instrument.Languages();

    public bool AsksReason { get; private set; }

    public IReadOnlyList<Item> LeftOut { get; private set; } = [];

    /// <summary>The form that is already there for this respondent.</summary>
    public Form? There => Party.TryParse(Respondent, null, out var respondent) ? Family.FormAt(PlaceOf(respondent)) : null;

    public void OnGet()
    {
        Typed = TypedAnswers.Defaults(Instrument);
        if (Respondents.ToList() is [var only]) Respondent = only.Value;
        if (WaveWindows.LastVisit(Family, Wave.Code) is { } visit && Instrument.Track == Study.Design.Track.Interview) CompletedOn = TypedDate.Of(visit);
    }

    /// <summary>What to know where another version came into force while the page was open.</summary>
    private string? Overtaken => VersionOfPaper is null && Frame.InForce(Instrument.Id, Wave.Code, Today) is { } now && now.Version != Instrument.Version
        ? $"It is kept as version {Instrument.Version}, as the page showed it; version {now.Version} has come into force at {Wave.Name} meanwhile."
        : null;

    public async Task<IActionResult> OnPost()
    {
        Typed = TypedAnswers.From(Request.Form);
        AsksReason = Reason.Length > 0;
        var typed = new TypedFields();
        var on = typed.Read(CompletedOn.Read("CompletedOn", "day on which the form was filled in"));
        var mode = typed.Chosen(Mode, "Mode", "Choose how it was filled in.");
        if (!Party.TryParse(Respondent, null, out var respondent)) typed.Fault("Respondent", "Choose who answered.");
        var answers = Typed.Check(Instrument, on, Language);
        if (answers is Decision<CheckedAnswers>.Refused { Why: var why }) return await ReturnPageWithTyped(why with { Faults = [.. typed.Refusal?.Faults ?? [], .. why.Faults] });
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var kept = ((Decision<CheckedAnswers>.Accepted)answers).Value;
        LeftOut = Typed.LeftOut(Instrument, kept.Answers);
        if (LeftOut.Count > 0 && !LeaveOut) return await ReturnPageWithTyped(FormPageRefusals.LeftOut(LeftOut));

        var entry = new FormEntry(PlaceOf(respondent), Instrument.Version, on, mode, Language.Trim(), kept.Answers) { Aside = kept.Aside };
        var decision = await Grains.Forms(Family.Id).Enter(entry, Stamp(Reason.Trim() is { Length: > 0 } reason ? reason : null));
        AsksReason |= decision is Decision<FormReceipt>.Refused { Why.Code: "form.wrong-age-form" or "form.not-in-schedule" };
        return await Answer(decision.At(), receipt => Done(string.Join(' ', new[] { "The form is saved.", Overtaken, kept.Sentence() }.OfType<string>()), FormsLinks.Show(Family.Id, receipt.Form.Place)));
    }
}

internal static class FormPageRefusals
{
    public static Refusal LeftOut(IReadOnlyList<Item> items) => new(
        "form.left-out", $"{(items.Count == 1 ? "One item has" : $"{items.Count} items have")} no answer: {string.Join(", ", items.Select(i => i.Number))}. Answer {(items.Count == 1 ? "it" : "them")}, give a reason, or save {(items.Count == 1 ? "it" : "them")} as not stated.")
    {
        Faults = [.. items.Select(i => new FieldFault(TypedAnswers.Prefix + i.Name, $"Item {i.Number} ({i.Name}) has no answer."))],
    };
}
