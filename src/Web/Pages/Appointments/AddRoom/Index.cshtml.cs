using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Appointments.AddRoom;

/// <summary>Adds a room to a site.</summary>
public sealed class IndexModel(StudyFrames frames) : RoomTask
{
    [BindProperty] public string Code { get; set; } = "";

    [BindProperty] public string Site { get; set; } = "";

    public ImmutableArray<Choice> Sites { get; private set; } = [];

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var typed = new TypedFields();
        if (!RoomCode.TryParse(Code.Trim(), null, out var code)) typed.Fault("Code", RosterRefusals.RoomCode.Sentence);
        if (Sites.All(s => s.Value != Site)) typed.Fault("Site", "Choose the site.");
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        return (await Door.Read()).Room(code) is not null ? await ReturnPageWithTyped(RosterRefusals.RoomKnown(code).At("Code")) : await Save(new(code, SiteCode.Parse(Site), Name));
    }

    protected override async Task Load() =>
        Sites = [.. (await frames.Current()).Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name))];
}
