using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Extracts.Program;

/// <summary>Programs that read one extract as it was chosen.</summary>
public sealed class IndexModel(StudyFrames frames) : StudyPage
{
    [BindProperty(SupportsGet = true)] public DatasetShape Shape { get; set; }

    [BindProperty(SupportsGet = true)] public string Format { get; set; } = FileFormat.Csv.Name;

    [BindProperty(SupportsGet = true)] public string Missing { get; set; } = "empty";

    [BindProperty(SupportsGet = true)] public string Frame { get; set; } = "study";

    [BindProperty(SupportsGet = true)] public string DoubleEntry { get; set; } = "first";

    public Dataset Dataset { get; private set; } = null!;

    public FileFormat Chosen { get; private set; } = FileFormat.Csv;

    public string Server => $"{Request.Scheme}://{Request.Host}";

    public string Address => Server + ExtractsLinks.File(Dataset, Chosen.Name, Missing, Frame, DoubleEntry == "settled-only");

    public string ShapeWord => Dataset.Shape.ToString().ToLowerInvariant();

    public async Task<IActionResult> OnGet(string dataset)
    {
        if (DatasetCatalog.Of(await frames.Current()).Find(dataset, Shape) is not { } found || FileFormat.Find(Format) is not { } format) return NotFound();
        if (Missing is not ("empty" or "words" or "codes") || MissingPresets.Find(Frame) is null) return NotFound(); // they stand in the text of a program
        (Dataset, Chosen) = (found, format);
        return Page();
    }
}
