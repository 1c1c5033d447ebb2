using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Design.Sample;

/// <summary>Declares what kind of sample the study draws: a published score may hold for one kind only.</summary>
public sealed class IndexModel(IGrainFactory grains, StudyFrames frames) : StudyPage
{
    public static readonly ImmutableArray<Choice> Kinds =
    [
        new($"{SampleKind.Community}", "Community: drawn from all families of a place"), new($"{SampleKind.HighRisk}", "High-risk: families known for a raised risk, such as those of children's social care"),
        new($"{SampleKind.Clinic}", "Clinic: families who sought help of a clinic"),
    ];

    [BindProperty] public string Kind { get; set; } = "";

    [BindProperty] public string Why { get; set; } = "";

    public StudyDesign Declared { get; private set; } = new();

    protected override async Task Load() => Declared = (await frames.Current()).Design;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost() =>
        await Answer(await grains.Study().DeclareSample(Enum.TryParse<SampleKind>(Kind, out var kind) ? kind : SampleKind.NotDeclared, Stamp(Why.Trim())), design => Done($"{DesignWords.Sample(design.Sample!.Kind)} is declared.", DesignLinks.Show));
}
