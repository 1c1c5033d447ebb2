using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Quality;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Quality.Rules;

/// <summary>The rules, and those that the study declares for itself.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames, QualityRegisters registers) : StudyPage
{
    private const int Shown = 10;

    [BindProperty] public string Code { get; set; } = "";

    [BindProperty] public string Sentence { get; set; } = "";

    [BindProperty] public string Expression { get; set; } = "";

    [BindProperty] public QualitySeverity? Severity { get; set; } = QualitySeverity.Warning;

    [BindProperty] public string Remove { get; set; } = "";

    public StudyDesign Design { get; private set; } = new();

    public ImmutableArray<DeclaredRule> Declared => Design.QualityRules;

    public static ImmutableArray<Choice> Severities => [new("Warning", "Warning"), new("Note", "Note")];

    /// <summary>What the typed expression would find, where it was tried.</summary>
    public QualityPage? Tried { get; private set; }

    public int Found => Tried?.Counts.Sum(c => c.Open) ?? 0;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost()
    {
        var rule = new DeclaredRule(Code.Trim(), Sentence.Trim(), Expression.Trim(), Severity ?? QualitySeverity.Warning);
        return await Answer(await grains.Study().DeclareQualityRule(rule, Stamp()), _ => Done("The rule is declared.", QualityLinks.ListFor(rule: rule.Code)));
    }

    public async Task<IActionResult> OnPostTry()
    {
        var tried = DeclaredRules.Try(Expression.Trim());
        if (tried is Decision<DeclaredRule>.Refused(var why)) return await ReturnPageWithTyped(why);
        Tried = await registers.Try(((Decision<DeclaredRule>.Accepted)tried).Value, new() { Scope = Person.Scope(), Take = Shown });
        await Load();
        return Page();
    }

    public async Task<IActionResult> OnPostRemove() =>
        await Answer(await grains.Study().RemoveQualityRule(Remove, Stamp()), _ => Done("The rule is removed.", QualityLinks.Rules));

    protected override async Task Load() => Design = (await frames.Current()).Design;
}
