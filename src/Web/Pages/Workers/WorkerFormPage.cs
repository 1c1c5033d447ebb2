using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Web.Pages.Forms.Batch;
using SosLongitudinal.Web.Pages.Forms.Units;

namespace SosLongitudinal.Web.Pages.Workers;

/// <summary>A page about one form of a social worker: the wave and the instrument are in the address.</summary>
public abstract class WorkerFormPage : WorkerPage
{
    [FromRoute(Name = "wave")] public string WaveText { get; set; } = "";

    [FromRoute(Name = "workerForm")] public string InstrumentText { get; set; } = "";

    /// <summary>The version that the page was shown with.</summary>
    [BindProperty(Name = BatchPage.ShownField, SupportsGet = true)] public int? Shown { get; set; }

    public UnitPaper Paper { get; private set; } = null!;

    protected override bool Fits(SocialWorker worker)
    {
        if (UnitPaper.Of(Frame, InstrumentSubject.Worker, WaveText, InstrumentText, worker.Forms, Today, Shown) is not { } paper) return false;
        Paper = paper;
        return true;
    }
}
