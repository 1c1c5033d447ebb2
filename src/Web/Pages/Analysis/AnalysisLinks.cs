namespace SosLongitudinal.Web.Pages.Analysis;

/// <summary>Where the analyses are.</summary>
public static class AnalysisLinks
{
    public const string Attrition = "/analysis/attrition";
    public const string WorkerChange = "/analysis/worker-change";

    public static string AttritionCsv(string wave, string part) => $"{Attrition}?handler=Csv&wave={wave}&part={part}";
    public static string WorkerChangeCsv(string wave) => $"{WorkerChange}?handler=Csv&wave={wave}";
}
