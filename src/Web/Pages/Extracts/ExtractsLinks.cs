using SosLongitudinal.Extracts.Datasets;

namespace SosLongitudinal.Web.Pages.Extracts;

/// <summary>Where extracts are chosen and downloaded.</summary>
public static class ExtractsLinks
{
    public const string Choose = "/extracts";

    public static string Csv(Dataset dataset, bool reasons = false, bool apart = false, bool settledOnly = false) =>
        $"/api/v1/extracts/{dataset.Name}.csv?shape={dataset.Shape.ToString().ToLowerInvariant()}{(reasons ? "&missing=words" : "")}{(apart ? "&versions=apart" : "")}{(settledOnly ? "&doubleEntry=settled-only" : "")}";

    /// <summary>The file in a format, with what was chosen about it.</summary>
    public static string File(Dataset dataset, string format, string missing = "empty", string frame = "study", bool settledOnly = false) => $"/api/v1/extracts/{dataset.Name}.{format}{Query(dataset, missing, frame, settledOnly)}";

    /// <summary>What that file holds, to read.</summary>
    public static string Codebook(Dataset dataset, string syntax, string format, string missing = "empty", string frame = "study", bool settledOnly = false) =>
        $"/api/v1/extracts/{dataset.Name}/codebook.{syntax}{Query(dataset, missing, frame, settledOnly)}&of={format}";

    /// <summary>Programs that read that file.</summary>
    public static string Program(Dataset dataset, string format, string missing = "empty", string frame = "study", bool settledOnly = false) =>
        $"/extracts/{dataset.Name}/program{Query(dataset, missing, frame, settledOnly)}&format={format}";

    private static string Query(Dataset dataset, string missing, string frame, bool settledOnly) =>
        $"?shape={dataset.Shape.ToString().ToLowerInvariant()}{(missing == "empty" ? "" : $"&missing={missing}")}{(frame == "study" ? "" : $"&frame={frame}")}{(settledOnly ? "&doubleEntry=settled-only" : "")}";

    public static string Columns(Dataset dataset, bool apart = false) =>
        $"/extracts/{dataset.Name}/columns?shape={dataset.Shape.ToString().ToLowerInvariant()}{(apart ? "&versions=apart" : "")}";
}
