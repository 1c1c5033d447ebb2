using System.Collections.Immutable;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.LifeCycle;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Instruments.List;

public sealed class IndexModel(StudyFrames frames, TimeProvider clock) : StudyPage
{
    public StudyFrame Frame { get; private set; } = new();

    public DateOnly Today { get; private set; }

    /// <summary>Each instrument with the definition that stands for it: the newest, or a first draft.</summary>
    public ImmutableArray<(InstrumentDefinition Definition, StudyInstrument Kept)> Lines { get; private set; } = [];

    public async Task OnGet()
    {
        Frame = await frames.Current();
        Today = Frame.Design.Today(clock.GetUtcNow());
        var drafted = Frame.Instruments.All.Values.Where(i => i.Newest() is null && i.Draft is not null).Select(i => i.Draft!);
        Lines = [.. Frame.Shelf.Newest.Concat(drafted).OrderBy(d => d.Title, StringComparer.OrdinalIgnoreCase).Select(d => (d, Frame.Instruments.Of(d.Id)))];
    }

    /// <summary>Whether the study asks for it.</summary>
    public bool IsScheduled(InstrumentDefinition d) => Frame.Design.Schedule.Any(r => r.Instrument == d.Id || r.FollowUp == d.Id);
}
