using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>What the REDCap-compatible interface refuses. The sentence is what a REDCap client shows.</summary>
public static class RedcapRefusals
{
    public static Refusal NoSuch(string parameter, string what, IEnumerable<string> names) =>
        new Refusal("redcap-api.no-such", $"The following values in the parameter \"{parameter}\" are not valid {what}: '{string.Join("', '", names.Take(20).Select(Short))}'").At(parameter);

    public static Refusal Filter(string why) =>
        new Refusal("redcap-api.filter", $"The filterLogic cannot be used: {why}. Compare fields with values by = or <> and join comparisons by 'and' and 'or'.").At("filterLogic");

    public static Refusal Parameter(string name) => new Refusal("redcap-api.parameter", $"The value of the parameter \"{name}\" is not valid").At(name);

    public static Refusal NotExported(string content) =>
        new Refusal("redcap-api.not-exported", $"This study does not export \"{Short(content)}\" through the REDCap API. It exports: {string.Join(", ", Contents)}").At("content");

    public static readonly Refusal ReadOnly = new("redcap-api.read-only", "You do not have API Import/Update privileges: this study is read through the REDCap API and never changed by it", RefusalKind.Forbidden);

    public static readonly Refusal NoPermission = new("redcap-api.no-permission", "You do not have permissions to use the API", RefusalKind.Forbidden);

    public static string[] Contents { get; } = ["version", "project", "metadata", "exportFieldNames", "event", "arm", "formEventMapping", "repeatingFormsEvents", "instrument", "dag", "record"];

    private static string Short(string text) => text.Length > 60 ? text[..60] : text;
}
