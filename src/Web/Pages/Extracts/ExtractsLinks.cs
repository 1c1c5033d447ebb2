using SosLongitudinal.Extracts.Datasets;

namespace SosLongitudinal.Web.Pages.Extracts;

/// <summary>Where extracts are chosen and downloaded.</summary>
public static class ExtractsLinks
{
    public const string Choose = "/extracts";

    public static string Csv(Dataset dataset, bool reasons = false) =>
        $"/api/v1/extracts/{dataset.Name}.csv?shape={dataset.Shape.ToString().ToLowerInvariant()}{(reasons ? "&missing=words" : "")}";
}
