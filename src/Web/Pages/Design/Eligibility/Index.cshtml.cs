using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Design.Eligibility;

/// <summary>Declares what makes families ineligible.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    private const int EmptyLines = 2;

    [BindProperty] public List<TypedRule> Rules { get; set; } = [];

    public IEnumerable<Choice> WaveChoices { get; } = [new("later", "Waves that open afterwards")];

    public async Task OnGet() => Rules = [.. (await frames.Current()).Design.Eligibility.Select(TypedRule.Of), .. Enumerable.Range(0, EmptyLines).Select(_ => new TypedRule())];

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var rules = Rules.Select((rule, i) => (rule, i)).Where(r => !r.rule.IsEmpty).Select(r => r.rule.Read(typed, $"Rules[{r.i}]")).OfType<EligibilityRule>().ToList();
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        return await Answer((await grains.Study().DeclareEligibility([.. rules], Stamp())).At(("rules", "Rules[0].Label")), _ => Done("The rules of eligibility are declared.", DesignLinks.Show));
    }
}
