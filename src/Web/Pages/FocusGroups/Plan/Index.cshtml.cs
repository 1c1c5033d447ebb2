using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.FocusGroups.Plan;

/// <summary>Plans a group at one of the person's sites.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    [BindProperty(SupportsGet = true)] public string Site { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Wave { get; set; } = "";

    [BindProperty(SupportsGet = true)] public GroupKind? Kind { get; set; }

    [BindProperty] public PlanFields Typed { get; set; } = new();

    public StudyFrame Frame { get; private set; } = new();

    public IEnumerable<Choice> Sites => Frame.Sites.Values.Where(s => Person.MaySee(s.Code)).OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public static IEnumerable<Choice> Kinds => Choices.Of<GroupKind>(k => k.Words(), k => k.HasRule() ? "Drawn by rule" : "Invited one by one");

    protected override async Task Load() => Frame = await frames.Current();

    public async Task OnGet()
    {
        await Load();
        if (Kind == GroupKind.KeyInformant) (Typed.Seats, Typed.Minutes) = ("1", "60");
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        var typed = new TypedFields();
        if (!SiteCode.TryParse(Site, null, out var site) || !Person.MaySee(site)) typed.Fault("Site", "Choose a site.");
        if (!WaveCode.TryParse(Wave, null, out var wave)) typed.Fault("Wave", "Choose a wave.");
        var kind = typed.Chosen(Kind, "Kind", "Choose whom the group is of.");
        var plan = Typed.Read(new(site, wave, kind, 1), typed);
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        return await Answer((await grains.PlanGroup(plan, Stamp())).At(PlanFields.Places), group => Done("The group is planned. Now invite people and book the session.", FocusGroupsLinks.Show(group.Id)));
    }
}
