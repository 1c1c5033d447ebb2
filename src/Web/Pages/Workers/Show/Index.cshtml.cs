using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Web.Pages.Forms.Units;
using SosLongitudinal.Web.Shell.Access;

namespace SosLongitudinal.Web.Pages.Workers.Show;

public sealed class IndexModel(FamilyRegisters registers) : WorkerPage
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)]
    public string After { get; set; } = "";

    public ImmutableArray<FamilyRow> Families { get; private set; } = [];

    public int Total { get; private set; }

    public string? Next { get; private set; }

    public string Site => Frame.Sites.GetValueOrDefault(Worker.Site)?.Name ?? $"{Worker.Site}";

    public bool HasLeft => Worker.LeftOn <= Today;

    public UnitList FormList => new(
        [.. UnitPaper.All(Frame, InstrumentSubject.Worker, Worker.Forms, Today)], Person.May("Workers/EnterForm"),
        paper => paper.There is null ? WorkersLinks.EnterForm(Worker.Id, paper.Wave.Code, paper.Instrument.Id) : WorkersLinks.Form(Worker.Id, paper.Wave.Code, paper.Instrument.Id));

    public async Task OnGet()
    {
        var page = await registers.Find(new FamilyQuestion { Scope = Person.Scope(), Worker = Worker.Id, After = FamilyCursor.TryParse(After, null, out var after) ? after : null, Take = PerPage });
        (Families, Total, Next) = (page.Rows, page.Total, page.Next is { } next ? $"{WorkersLinks.Show(Worker.Id)}?after={next}" : null);
    }
}
