using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Redcap;

/// <summary>Errors as REDCap says them: one sentence as csv, json or xml, as the request asks for errors or else for data.</summary>
internal static class RedcapErrors
{
    public const string Path = "/redcap/api";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static bool IsAt(HttpContext http) => http.Request.Path.StartsWithSegments(Path);

    public static async ValueTask<string?> Token(HttpContext http) =>
        http.Request.HasFormContentType && (await http.Request.ReadFormAsync(http.RequestAborted))["token"].ToString().Trim() is { Length: > 0 } token ? token : null;

    /// <summary>REDCap has two statuses for what it refuses: the request is wrong, or the person may not.</summary>
    public static Task Write(HttpContext http, Refusal why) => Write(http, why.Kind == RefusalKind.Forbidden ? StatusCodes.Status403Forbidden : StatusCodes.Status400BadRequest, why.Sentence);

    public static async Task Write(HttpContext http, int status, string sentence)
    {
        var (type, text) = await FormatOf(http) switch
        {
            "csv" => ("text/csv; charset=utf-8", $"ERROR: {sentence}"),
            "json" => ("application/json; charset=utf-8", JsonSerializer.Serialize(new { error = sentence }, Plain)),
            _ => ("text/xml; charset=utf-8", $"<?xml version=\"1.0\" encoding=\"UTF-8\" ?>{new XElement("hash", new XElement("error", sentence)).ToString(SaveOptions.DisableFormatting)}"),
        };
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.WriteAsync(text, http.RequestAborted);
    }

    private static async ValueTask<string> FormatOf(HttpContext http)
    {
        try
        {
            if (!http.Request.HasFormContentType) return "xml";
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            return form["returnFormat"].ToString() is { Length: > 0 } asked ? asked : form["format"].ToString();
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            return "xml"; // what cannot be read does not say how it wants to be told so
        }
    }
}

/// <summary>A refusal in REDCap's own form.</summary>
internal sealed class RedcapError(Refusal why) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => RedcapErrors.Write(httpContext, why);
}
