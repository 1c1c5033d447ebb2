using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Tray;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Tray.List;

/// <summary>Forms that nobody could be found for yet, at the person's sites.</summary>
public sealed class IndexModel(Trays trays, StudyFrames frames) : StudyPage
{
    /// <summary>Also those that were matched or discarded.</summary>
    [FromQuery] public bool All { get; set; }

    public StudyFrame Frame { get; private set; } = null!;

    public ImmutableArray<TrayItem> Items { get; private set; } = [];

    public async Task OnGet()
    {
        Frame = await frames.Current();
        Items = [.. (await trays.Items(Person.Scope())).Where(i => All || i.IsPending)];
    }
}
