using System.Collections.Immutable;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Sites.List;

public sealed class IndexModel(FamilyRegisters registers, StudyFrames frames, TimeProvider clock) : StudyPage
{
    public ImmutableArray<SiteLine> Lines { get; private set; } = [];

    public async Task OnGet()
    {
        var frame = await frames.Current();
        var (stages, due) = (registers.StageCounts(Person.Scope()), registers.DueCounts(Person.Scope()));
        Lines = SiteLine.Of(frame, frame.Design.Today(clock.GetUtcNow()), frame.Sites.Values.Where(s => Person.MaySee(s.Code)), await stages, await due);
    }
}
