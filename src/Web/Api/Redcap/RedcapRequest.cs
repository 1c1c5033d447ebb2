using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using SosLongitudinal.Extracts.Redcap;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Redcap;

/// <summary>A request as REDCap's clients build it: single values, and lists as <c>fields=a,b</c> or <c>fields[0]=a</c>.</summary>
internal sealed class RedcapRequest(IFormCollection form)
{
    private static readonly Dictionary<string, char> Delimiters = new(StringComparer.Ordinal) { [""] = ',', [","] = ',', ["tab"] = '\t', [";"] = ';', ["|"] = '|', ["^"] = '^' };

    public string Content => Value("content");

    public string Format => Value("format");

    public string Field => Value("field");

    public char Delimiter => Delimiters.GetValueOrDefault(Value("csvDelimiter"), ',');

    public ImmutableArray<string> List(string name) =>
        [.. form.Where(p => p.Key == name || p.Key.StartsWith($"{name}[", StringComparison.Ordinal)).OrderBy(p => p.Key.Length).ThenBy(p => p.Key, StringComparer.Ordinal)
            .SelectMany(p => p.Value).SelectMany(v => (v ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];

    public RedcapAsk Ask() => new()
    {
        Fields = List("fields"), Forms = List("forms"), Events = List("events"), Filter = Value("filterLogic"), Labels = Value("rawOrLabel") == "label",
        HeaderLabels = Value("rawOrLabelHeaders") == "label" && Format == "csv", BoxLabels = IsOn("exportCheckboxLabel"), Groups = IsOn("exportDataAccessGroups"),
    };

    /// <summary>What is asked for and not done here.</summary>
    public Refusal? Fault()
    {
        if (form.ContainsKey("data") || Value("action") is "import" or "delete" or "rename" or "switch" or "createFolder") return RedcapRefusals.ReadOnly;
        if (Content.Length == 0) return RedcapRefusals.Parameter("content");
        if (!RedcapRefusals.Contents.Contains(Content)) return RedcapRefusals.NotExported(Content);
        if (Content == "version") return null;
        if (Format is not ("csv" or "json")) return new Refusal("redcap-api.format", "This study exports format=csv and format=json through the REDCap API").At("format");
        if (!Delimiters.ContainsKey(Value("csvDelimiter"))) return RedcapRefusals.Parameter("csvDelimiter");
        if (Content != "record") return null;
        if (Value("type") is not ("" or "flat")) return new Refusal("redcap-api.type", "This study exports type=flat through the REDCap API").At("type");
        if (Value("decimalCharacter") is not ("" or ".")) return RedcapRefusals.Parameter("decimalCharacter");
        foreach (var name in new[] { "rawOrLabel", "rawOrLabelHeaders" }) if (Value(name) is not ("" or "raw" or "label")) return RedcapRefusals.Parameter(name);
        foreach (var name in new[] { "dateRangeBegin", "dateRangeEnd" }) if (Value(name).Length > 0 && Instant(name) is null) return RedcapRefusals.Parameter(name);
        return null;
    }

    /// <summary>An instant as the study's clocks show it.</summary>
    public DateTime? Instant(string name) =>
        DateTime.TryParseExact(Value(name), ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;

    private string Value(string name) => form[name].ToString().Trim();

    private bool IsOn(string name) => Value(name).ToLowerInvariant() is "true" or "1";
}

/// <summary>The request's fields as the API's document lists them.</summary>
internal sealed record RedcapFields(
    [property: Description("A personal token with scope extract.")] string Token,
    [property: Description("version, project, metadata, exportFieldNames, event, arm, formEventMapping, repeatingFormsEvents, instrument, dag or record.")] string Content,
    [property: Description("csv or json.")] string Format,
    [property: Description("flat.")] string? Type = null,
    [property: Description("Names joined by commas, or fields[0], fields[1] and so on; likewise forms, events and records.")] string? Fields = null,
    string? Forms = null, string? Events = null, string? Records = null,
    [property: Description("raw or label.")] string? RawOrLabel = null,
    [property: Description("raw or label.")] string? RawOrLabelHeaders = null,
    bool? ExportCheckboxLabel = null, bool? ExportDataAccessGroups = null,
    [property: Description("Fields held against values by = or <>, joined by and, or.")] string? FilterLogic = null,
    [property: Description("Only records created or changed from then on, in the study's time: 2026-03-04 09:00:00.")] string? DateRangeBegin = null,
    string? DateRangeEnd = null,
    [property: Description("How errors are told: csv, json or xml.")] string? ReturnFormat = null);
