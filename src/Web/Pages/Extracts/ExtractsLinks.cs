using SosLongitudinal.Extracts.Datasets;

namespace SosLongitudinal.Web.Pages.Extracts;

/// <summary>Where extracts are chosen and downloaded.</summary>
public static class ExtractsLinks
{
    public const string Choose = "/extracts";

    public static string Csv(Dataset dataset, bool reasons = false, bool apart = false, bool settledOnly = false) =>
        $"/api/v1/extracts/{dataset.Name}.csv?shape={dataset.Shape.ToString().ToLowerInvariant()}{(reasons ? "&missing=words" : "")}{(apart ? "&versions=apart" : "")}{(settledOnly ? "&doubleEntry=settled-only" : "")}";

    public static string Columns(Dataset dataset, bool apart = false) =>
        $"/extracts/{dataset.Name}/columns?shape={dataset.Shape.ToString().ToLowerInvariant()}{(apart ? "&versions=apart" : "")}";
}
