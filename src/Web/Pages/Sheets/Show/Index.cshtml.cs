using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sheets;
using SosLongitudinal.Web.Api.Sheets;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Sheets.Show;

/// <summary>A sheet as it is to be printed, for whoever made it and while it is out.</summary>
public sealed class IndexModel(SheetDesk desk, StudyFrames frames) : StudyPage
{
    [FromRoute(Name = "sheet")] public string SheetText { get; set; } = "";

    public SheetContent Shown { get; private set; } = null!;

    public StudyFrame Frame { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!SheetId.TryParse(SheetText, null, out var id) || await desk.Find(id, Person) is not { } sheet) return NotFound();
        if (await desk.Content(sheet, Person) is not Decision<SheetContent>.Accepted { Value: var content }) return NotFound();
        (Shown, Frame) = (content, await frames.Current());
        return Page();
    }
}
