using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Workers.List;

public sealed class IndexModel(FamilyRegisters registers, StudyFrames frames, TimeProvider clock) : StudyPage
{
    [BindProperty(SupportsGet = true)]
    public string Site { get; set; } = "";

    public ImmutableArray<Choice> Sites { get; private set; } = [];

    public ImmutableArray<WorkerLine> Lines { get; private set; } = [];

    public int Agency => Lines.Count(l => !l.HasLeft && l.Now == Study.Workers.Employment.Agency);

    public int Present => Lines.Count(l => !l.HasLeft);

    public async Task OnGet()
    {
        var frame = await frames.Current();
        Sites = [.. frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name))];
        var workers = frame.Workers.Values.Where(w => Person.MaySee(w.Site) && (Site.Length == 0 || $"{w.Site}" == Site));
        Lines = WorkerLine.Of(frame, frame.Design.Today(clock.GetUtcNow()), workers, await registers.Caseloads(Person.Scope()));
    }
}
