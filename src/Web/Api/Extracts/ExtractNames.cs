using System.Globalization;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Study.Design;

namespace SosLongitudinal.Web.Api.Extracts;

/// <summary>What a file is called: what it holds, as of when, and whether it is synthetic, since a name travels further than a page.</summary>
public static class ExtractNames
{
    public static string File(Dataset dataset, StudyDesign design, DateOnly asOf, string extension) =>
        File($"{dataset.Name}-{dataset.Shape.ToString().ToLowerInvariant()}", design, asOf, extension);

    public static string File(string what, StudyDesign design, DateOnly asOf, string extension) =>
        string.Create(CultureInfo.InvariantCulture, $"{what}-{asOf:yyyy-MM-dd}{(design.Synthetic ? "-synthetic" : "")}.{extension}");
}
