using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Fieldwork.Grid;

/// <summary>Every family's forms at every wave, at a glance.</summary>
public sealed class IndexModel(FamilyRegisters registers, StudyFrames frames) : StudyPage
{
    private const int PerPage = 50;

    [BindProperty(SupportsGet = true)]
    public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Wave { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Cohort { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string After { get; set; } = "";

    public StudyFrame Frame { get; private set; } = null!;

    public ImmutableArray<GridColumn> Columns { get; private set; } = [];

    public FamilyPage Families { get; private set; } = new([], 0, null);

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public IEnumerable<Choice> Cohorts => Frame.Design.Cohorts.Select(c => new Choice($"{c.Code}", c.Name));

    public string? Next => Families.Next is { } next ? Link($"{next}") : null;

    public string First => Link(null);

    public async Task OnGet()
    {
        Frame = await frames.Current();
        WaveCode? only = WaveCode.TryParse(Wave, null, out var wave) ? wave : null;
        Columns = [.. GridColumn.Of(Frame).Where(c => only is null || c.Wave.Code == only)];
        Families = await registers.Find(new()
        {
            Scope = Person.Scope(), Site = SiteCode.TryParse(Site, null, out var site) ? site : null, Cohort = CohortCode.TryParse(Cohort, null, out var cohort) ? cohort : null,
            Wave = only, Due = Due.DueFilter.InOrder, // families of which nothing was ever asked stay out
            After = FamilyCursor.TryParse(After, null, out var after) ? after : null, Take = PerPage,
        });
    }

    public GridCell Cell(FamilyRow row, GridColumn column)
    {
        if (row.Due.FirstOrDefault(t => t.Wave == column.Wave.Code && t.Track == column.Track) is not { } track) return new("", Tone.Neutral);
        return GridCell.Of(track.State, [.. track.Forms.Where(f => Frame.Shelf.Find(f.Instrument) is { } d && GridColumn.NameOf(d) == column.Name)]);
    }

    private string Link(string? after) => FieldworkLinks.GridFor(Site, Wave, Cohort, after);
}
