using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Design.DoubleEntry;

/// <summary>Declares which share of an instrument's forms is entered twice, at one wave or at every wave.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    [BindProperty] public string Instrument { get; set; } = "";

    [BindProperty] public string Wave { get; set; } = "";

    [BindProperty] public string Percent { get; set; } = "";

    public StudyFrame Frame { get; private set; } = new();

    /// <summary>The instruments that the design asks for come first.</summary>
    public IEnumerable<Choice> Instruments => Frame.Shelf.Newest.OrderBy(d => Frame.Design.Schedule.All(r => r.Instrument != d.Id)).ThenBy(d => d.Title, StringComparer.Ordinal).Select(d => new Choice($"{d.Id}", d.Title));

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public ImmutableArray<InstrumentId> Declared => [.. Frame.Design.DoubleEntry.Select(s => s.Instrument).Distinct().Order()];

    protected override async Task Load() => Frame = await frames.Current();

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (!InstrumentId.TryParse(Instrument, null, out var instrument)) typed.Fault("Instrument", "Choose an instrument.");
        if (!int.TryParse(Percent.Trim().TrimEnd('%'), NumberStyles.None, CultureInfo.InvariantCulture, out var percent)) typed.Fault("Percent", "Enter a whole number from 0 to 100.");
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var share = new DoubleEntryShare(instrument, WaveCode.TryParse(Wave, null, out var wave) ? wave : null, percent);
        return await Answer((await grains.Study().DeclareDoubleEntry(share, Stamp())).At(), _ => Done($"{percent}% of these forms are entered twice.", DesignLinks.DoubleEntry));
    }
}
