using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Fieldwork.Progress;

/// <summary>How far the interviews of a wave have come at each site and with each interviewer: done, booked, due, overdue, lost.</summary>
public sealed class IndexModel(FieldworkRegisters registers, FamilyRegisters families, StudyFrames frames, TimeProvider clock) : StudyPage
{
    [BindProperty(SupportsGet = true)] public string Wave { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Site { get; set; } = "";

    public StudyFrame Frame { get; private set; } = new();

    public ProgressTable? Table { get; private set; }

    public string AsOf { get; private set; } = "";

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public async Task OnGet()
    {
        Frame = await frames.Current();
        if (!Frame.Design.IsOpen || Frame.Design.Waves.IsEmpty) return;
        var wave = WaveCode.TryParse(Wave, null, out var asked) ? Frame.Design.Wave(asked) : null;
        wave ??= Frame.Design.Wave(DueGrid.Busiest(Frame.Design, await families.DueCounts(Person.Scope())))!;
        Wave = $"{wave.Code}";
        SiteCode? site = SiteCode.TryParse(Site, null, out var one) ? one : null;
        var names = await WhoIsWho.ByKey();
        Table = ProgressTable.Of(Frame, wave, await registers.Progress(Person.Scope()), site, names);
        AsOf = clock.GetUtcNow().Words(Frame.Design.TimeZone);
    }
}
