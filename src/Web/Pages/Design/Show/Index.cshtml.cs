using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Design.Show;

public sealed class IndexModel(StudyFrames frames) : StudyPage
{
    public StudyFrame Frame { get; private set; } = new();

    public StudyDesign Design => Frame.Design;

    public async Task OnGet() => Frame = await frames.Current();
}
