using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Workers.List;

public sealed class IndexModel(FamilyRegisters registers, StudyFrames frames, TimeProvider clock) : StudyPage
{
    private const int PerPage = 100;

    [BindProperty(SupportsGet = true)]
    public string Site { get; set; } = "";

    public ImmutableArray<Choice> Sites { get; private set; } = [];

    /// <summary>Which page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int Number { get; set; } = 1;

    public ImmutableArray<WorkerLine> Lines { get; private set; } = [];

    public int Agency { get; private set; }

    public int Present { get; private set; }

    public string? Previous => Number > 1 ? WorkersLinks.Listed(Site, Number - 1) : null;

    public string? Next { get; private set; }

    public async Task OnGet()
    {
        var frame = await frames.Current();
        Sites = [.. frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name))];
        var workers = frame.Workers.Values.Where(w => Person.MaySee(w.Site) && (Site.Length == 0 || $"{w.Site}" == Site));
        var all = WorkerLine.Of(frame, frame.Design.Today(clock.GetUtcNow()), workers, await registers.Caseloads(Person.Scope()));
        (Present, Agency) = (all.Count(l => !l.HasLeft), all.Count(l => !l.HasLeft && l.Now == Employment.Agency));
        Number = Math.Clamp(Number, 1, (all.Length + PerPage - 1) / PerPage is > 0 and var pages ? pages : 1);
        Lines = [.. all.Skip((Number - 1) * PerPage).Take(PerPage)];
        Next = all.Length > Number * PerPage ? WorkersLinks.Listed(Site, Number + 1) : null;
    }
}
