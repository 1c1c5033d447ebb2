using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Groups;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.FocusGroups.Targets;

/// <summary>How many groups of each kind the study wants, at each site or at one.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    [BindProperty] public string Wave { get; set; } = "";

    [BindProperty] public GroupKind? Kind { get; set; }

    [BindProperty] public string Site { get; set; } = "";

    [BindProperty] public string Number { get; set; } = "";

    public StudyFrame Frame { get; private set; } = new();

    public IEnumerable<(GroupKind Kind, SiteCode? Site)> Rows => Frame.Design.GroupTargets.Select(t => (t.Kind, t.Site)).Distinct().OrderBy(r => r.Kind).ThenBy(r => $"{r.Site}", StringComparer.Ordinal);

    public IEnumerable<Choice> Waves => Frame.Design.Waves.Select(w => new Choice($"{w.Code}", w.Name));

    public IEnumerable<Choice> Sites => Frame.Sites.Values.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new Choice($"{s.Code}", s.Name));

    public static IEnumerable<Choice> Kinds => Choices.Of<GroupKind>(k => k.Words());

    protected override async Task Load() => Frame = await frames.Current();

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (!WaveCode.TryParse(Wave, null, out var wave)) typed.Fault("Wave", "Choose a wave.");
        var kind = typed.Chosen(Kind, "Kind", "Choose whom the groups are of.");
        var number = PlanFields.Number(typed, Number, "Number", "Enter a whole number from 0 to 50.");
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        var target = new GroupTarget(wave, kind, number, SiteCode.TryParse(Site, null, out var site) ? site : null);
        return await Answer((await grains.GroupTargets().Set(target, Stamp())).At(), _ => Done("The number is set.", FocusGroupsLinks.Targets));
    }

    public string NameOf(SiteCode site) => Frame.Sites.GetValueOrDefault(site)?.Name ?? $"{site}";

    public string NumberOf(GroupKind kind, SiteCode? site, WaveCode wave) =>
        Frame.Design.GroupTargets.FirstOrDefault(t => (t.Kind, t.Site, t.Wave) == (kind, site, wave))?.Number.ToString(CultureInfo.InvariantCulture) ?? "";
}
