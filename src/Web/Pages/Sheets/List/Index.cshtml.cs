using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Sheets;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sheets;
using SosLongitudinal.Web.Api.Sheets;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Sheets.List;

/// <summary>What was printed and is out, and noting that it is gone.</summary>
public sealed class IndexModel(SheetDesk desk, SheetBooks books, StudyFrames frames, TimeProvider clock) : StudyPage
{
    /// <summary>Also those that are gone.</summary>
    [FromQuery] public bool All { get; set; }

    [BindProperty] public List<string> Chosen { get; set; } = [];

    [BindProperty] public SheetEnd? End { get; set; } = SheetEnd.Destroyed;

    [BindProperty] public string Why { get; set; } = "";

    public StudyFrame Frame { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public ImmutableArray<Sheet> Shown { get; private set; } = [];

    public int Overdue { get; private set; }

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var typed = new TypedFields();
        var end = typed.Chosen(End, "End", "Choose what became of them.");
        var mine = Shown.Where(s => Chosen.Contains($"{s.Id}")).ToList();
        if (mine.Count == 0) typed.Fault("End", "Tick the sheets that it is about.");
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        foreach (var sheet in mine)
            if (await books.End(sheet.Id, end, Stamp(end == SheetEnd.Lost ? Why.Trim() : null).For($"{sheet.Id}")) is Decision<Sheet>.Refused { Why: var why })
                return await ReturnPageWithTyped(why.Code == "reason.needed" ? why.At("Why") : why);
        return Done(mine.Count == 1 ? $"Sheet {mine[0].Id} is noted as {end.ToString().ToLowerInvariant()}." : $"{mine.Count} sheets are noted as {end.ToString().ToLowerInvariant()}.", SheetsLinks.List);
    }

    protected override async Task Load()
    {
        Frame = await frames.Current();
        Today = Frame.Design.Today(clock.GetUtcNow());
        var log = await desk.Log(Person);
        Overdue = log.Count(s => s.IsOverdue(Today));
        Shown = [.. log.Where(s => All || s.IsOut).OrderByDescending(s => s.IsOverdue(Today))];
    }
}
