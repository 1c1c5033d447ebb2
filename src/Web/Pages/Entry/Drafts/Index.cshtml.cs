using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Drafts;

namespace SosLongitudinal.Web.Pages.Entry.Drafts;

/// <summary>What this person typed and did not save.</summary>
public sealed class IndexModel(DraftStore drafts, StudyFrames frames) : StudyPage
{
    [BindProperty] public string Draft { get; set; } = "";

    public ImmutableArray<Draft> Kept { get; private set; } = [];

    public string TimeZone => frames.Latest.Design.TimeZone;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        if (!OperationId.TryParse(Draft, null, out var operation) || await drafts.Read(Person, operation) is null) return NotFound();
        await drafts.Forget(Person, operation);
        return Done("It is thrown away.", "/entry/drafts");
    }

    protected override async Task Load() => Kept = await drafts.List(Person);
}
