using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Instruments.Comparing;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Instruments.Publish;

/// <summary>The last look before a draft becomes a version, and where it comes into force.</summary>
public sealed class IndexModel(FormTallies tallies) : DraftTask
{
    [BindProperty] public string Wave { get; set; } = "";

    [BindProperty] public TypedDate From { get; set; } = new();

    public int Changes => Comparison.Of(Kept.Newest(), Draft, Kept.Links).Length;

    public int Forms { get; private set; }

    protected override async Task Load() => Forms = (await tallies.Of(Id)).Forms;

    /// <param name="seen">The revision that was compared.</param>
    public async Task OnGet(int? seen)
    {
        await Load();
        Revision = seen ?? Revision;
        From = TypedDate.Of(Today);
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var from = Wave.Length > 0 ? typed.Read(From.Read("From", "day from which it is in force")) : default;
        if (Wave.Length > 0 && !WaveCode.TryParse(Wave, null, out _)) typed.Fault("Wave", "Choose a wave.");
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var version = Draft.Version;
        var published = await Door.Publish(Stamp(), Revision);
        if (published is Decision<StudyInstrument>.Refused { Why.Code: "instrument.draft-changed" }) return await Unless(published, "", "");
        if (published is Decision<StudyInstrument>.Refused { Why: var why }) return await ReturnPageWithTyped(why with { Faults = [.. why.Faults.Select(f => f with { Field = "" })] });
        var inForce = Wave.Length == 0 ? published : await Door.PutInForce(WaveCode.Parse(Wave), version, from, Stamp().For("in-force"));
        return await Answer(inForce, $"Version {version} is published{(Wave.Length == 0 ? "" : $" and in force at {Frame.Design.Wave(WaveCode.Parse(Wave))?.Name ?? Wave}")}.", InstrumentsLinks.Show(Id));
    }
}
