using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Fieldwork;
using SosLongitudinal.Web.Pages.Forms.Units;
using SosLongitudinal.Web.Pages.Workers;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Sites.Show;

public sealed class IndexModel(FamilyRegisters registers) : SitePage
{
    /// <summary>More are on the workers' own list.</summary>
    public const int MostWorkers = 30;

    public ImmutableArray<StageCount> Stages { get; private set; } = [];

    public DueGrid Grid { get; private set; } = null!;

    public ImmutableArray<WorkerLine> Workers { get; private set; } = [];

    public UnitList FormList => new(
        [.. UnitPaper.All(Frame, InstrumentSubject.Site, Site.Forms, Today)], Person.May("Sites/EnterForm"),
        paper => paper.There is null ? SitesLinks.EnterForm(Site.Code, paper.Wave.Code, paper.Instrument.Id) : SitesLinks.Form(Site.Code, paper.Wave.Code, paper.Instrument.Id));

    public async Task OnGet()
    {
        ImmutableArray<SiteCode> here = [Site.Code];
        var (stages, due, caseloads) = (registers.StageCounts(here), registers.DueCounts(here), registers.Caseloads(Person.Scope()));
        Stages = [.. (await stages).OrderBy(c => c.Stage)];
        Grid = DueGrid.Of(Frame.Design, await due, Site.Code);
        Workers = WorkerLine.Of(Frame, Today, Frame.Workers.Values.Where(w => w.Site == Site.Code), await caseloads);
    }
}
