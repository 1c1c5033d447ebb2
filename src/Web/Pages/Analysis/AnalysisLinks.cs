using Microsoft.AspNetCore.WebUtilities;

namespace SosLongitudinal.Web.Pages.Analysis;

/// <summary>Where the analyses are.</summary>
public static class AnalysisLinks
{
    public const string Attrition = "/analysis/attrition";
    public const string WorkerChange = "/analysis/worker-change";
    public const string Agreement = "/analysis/agreement";

    public static string AgreementCsv(string? instrument, string? wave, string? site, string part) => QueryHelpers.AddQueryString("/api/v1/analysis/agreement.csv",
        new Dictionary<string, string?> { ["instrument"] = instrument, ["wave"] = wave, ["site"] = site, ["part"] = part }.Where(q => !string.IsNullOrEmpty(q.Value)));

    public static string AttritionCsv(string wave, string part) => $"{Attrition}?handler=Csv&wave={wave}&part={part}";
    public static string WorkerChangeCsv(string wave) => $"{WorkerChange}?handler=Csv&wave={wave}";
}
