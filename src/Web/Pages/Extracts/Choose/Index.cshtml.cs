using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Extracts.Choose;

public sealed class IndexModel(StudyFrames frames) : StudyPage
{
    public static readonly ImmutableArray<Choice> DoubleEntryChoices = [new("first", "The first entry stands until they are settled"), new("settled-only", "Left out until they are settled")];

    [BindProperty(SupportsGet = true)] public string DoubleEntry { get; set; } = "first";

    public bool SettledOnly => DoubleEntry == "settled-only";

    public StudyDesign Design { get; private set; } = new();

    public ImmutableArray<Dataset> Datasets { get; private set; } = [];

    /// <summary>The sites whose families the files hold, by name.</summary>
    public string Sites { get; private set; } = "";

    public async Task OnGet()
    {
        var frame = await frames.Current();
        Design = frame.Design;
        if (Design.IsOpen) Datasets = [.. DatasetCatalog.Of(frame).All.OrderBy(d => d.Name, StringComparer.Ordinal).ThenBy(d => d.Shape)];
        Sites = Person.Sites.Match(_ => "all sites", only => string.Join(", ", only.Sites.Select(s => frame.Sites.GetValueOrDefault(s)?.Name ?? $"{s}")));
    }

    public static string ShapeWords(Dataset dataset) => dataset.Shape == DatasetShape.Wide ? "Wide: each wave in columns of its own" : "Long";
}
