using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using SosLongitudinal.Study.Fieldwork.Outcomes;

namespace SosLongitudinal.Web.Pages.Analysis;

/// <summary>Where the analyses are.</summary>
public static class AnalysisLinks
{
    public const string Attrition = "/analysis/attrition";
    public const string WorkerChange = "/analysis/worker-change";
    public const string Agreement = "/analysis/agreement";
    public const string Rates = "/analysis/rates";
    public const string Table = "/analysis/table";

    public static string TableCsv(string dataset, string shape, string rows, string columns, string profile) => QueryHelpers.AddQueryString("/api/v1/analysis/table.csv",
        new Dictionary<string, string?> { ["dataset"] = dataset, ["shape"] = shape, ["rows"] = rows, ["columns"] = columns, ["profile"] = profile });

    public static string RatesCsv(string wave, OutcomeBase of, string site, bool field, double? e) => QueryHelpers.AddQueryString("/api/v1/rates.csv", new Dictionary<string, string?>
    {
        ["wave"] = wave, ["of"] = JsonNamingPolicy.KebabCaseLower.ConvertName(of.ToString()), ["site"] = site, ["field"] = field ? "true" : "", ["e"] = e?.ToString("R", CultureInfo.InvariantCulture),
    }.Where(q => !string.IsNullOrEmpty(q.Value)));

    public static string AgreementOf(string instrument, string wave, string site, bool every) =>
        QueryHelpers.AddQueryString(Agreement, new Dictionary<string, string?> { ["instrument"] = instrument, ["wave"] = wave, ["site"] = site, ["every"] = every ? "true" : "" }.Where(q => !string.IsNullOrEmpty(q.Value)));

    public static string AgreementCsv(string? instrument, string? wave, string? site, string part) => QueryHelpers.AddQueryString("/api/v1/analysis/agreement.csv",
        new Dictionary<string, string?> { ["instrument"] = instrument, ["wave"] = wave, ["site"] = site, ["part"] = part }.Where(q => !string.IsNullOrEmpty(q.Value)));

    public static string AttritionCsv(string wave, string part) => $"{Attrition}?handler=Csv&wave={wave}&part={part}";
    public static string WorkerChangeCsv(string wave) => $"{WorkerChange}?handler=Csv&wave={wave}";
}
