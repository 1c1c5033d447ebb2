using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Fieldwork.Tracing;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Families.RecordDisposition;

/// <summary>Says finally why a track of a wave was not achieved.</summary>
public sealed class IndexModel : WaveTask
{
    private const string NotLocated = "3.18";

    [FromRoute(Name = "track")] public string TrackText { get; set; } = "";

    [BindProperty] public string Code { get; set; } = "";

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Reason { get; set; } = "";

    public Track Track { get; private set; }

    public IEnumerable<Choice> Codes => Dispositions.All
        .Where(d => d.Class is not (OutcomeClass.Complete or OutcomeClass.Partial))
        .Select(d => new Choice(d.Code, d.Label, d.Class == OutcomeClass.NotEligible ? "Counts as not eligible, not as lost" : d.Code == NotLocated && Track == Track.Interview ? Looked.Words() : null));

    /// <summary>Where somebody looked for the family, and where nobody has.</summary>
    public SourcesTried Looked => SourcesTried.Of(Family, Wave.Code);

    /// <summary>A warning, and no refusal: it is to be given up as not located though nobody looked for it.</summary>
    public bool NobodyLooked => Code == NotLocated && Track == Track.Interview && Looked.Tried.IsEmpty;

    /// <param name="code">What the attempts point to, where somebody comes from them.</param>
    public void OnGet(string? code = null) => (On, Code) = (TypedDate.Of(Today), Family.DispositionOf(Wave.Code, Track)?.Code ?? code ?? "");

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (Code.Length == 0) typed.Fault("Code", "Choose why it was not achieved.");
        var on = typed.Read(On.Read("On", "date"));
        return await When(typed, async () => await Answer(
            (await Grains.Fieldwork(Family.Id).Dispose(Wave.Code, Track, Code, on, Stamp(Reason.Trim()))).At(), $"{Wave.Name} {Track.Words().ToLowerInvariant()} is marked."));
    }

    protected override bool Fits(FamilyState family)
    {
        var known = TrackName.TryParse(TrackText, null, out var name);
        Track = name.Track;
        return known && base.Fits(family);
    }
}
