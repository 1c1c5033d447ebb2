using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Extracts.Choose;

public sealed class IndexModel(StudyFrames frames) : StudyPage
{
    public static readonly ImmutableArray<Choice> DoubleEntryChoices = [new("first", "The first entry stands until they are settled"), new("settled-only", "Left out until they are settled")];

    public static readonly ImmutableArray<Choice> Formats = [.. FileFormat.All.Select(f => new Choice(f.Name, f.Title))];

    public static readonly ImmutableArray<Choice> MissingChoices = [new("empty", "Nothing"), new("words", "The reason in words"), new("codes", "A code of the frame")];

    public static readonly ImmutableArray<Choice> Frames = [new("study", "The product's own"), new("understanding-society", "Understanding Society"), new("archive", "Archive catalogue"), new("natcen", "NatCen"), new("deposit", "Below any number of days")];

    /// <summary>The name of a file's format.</summary>
    [BindProperty(SupportsGet = true)] public string Format { get; set; } = FileFormat.Csv.Name;

    [BindProperty(SupportsGet = true)] public string Missing { get; set; } = "empty";

    /// <summary>Which number stands for which reason.</summary>
    [BindProperty(SupportsGet = true)] public string Frame { get; set; } = "study";

    /// <summary>What was chosen, or CSV.</summary>
    public FileFormat Chosen => FileFormat.Find(Format) ?? FileFormat.Csv;

    public MissingCodes Codes => MissingPresets.Find(Frame) ?? MissingPresets.Study;

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
