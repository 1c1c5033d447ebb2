using System.Collections.Immutable;

namespace SosLongitudinal.Web.Shell.Errors;

/// <summary>
/// What someone typed into a form that could not be taken in just now, so that it can be sent again as it was, under the same operation id. Passwords and form
/// tokens are never among it.
/// </summary>
/// <param name="To">The form's own address in this site.</param>
public sealed record KeptValues(string To, ImmutableArray<KeyValuePair<string, string>> Values)
{
    public const string ToField = "kept-to";
    private const string FormToken = "__RequestVerificationToken";

    /// <summary>Reads the posted form; <c>null</c> where this is not a form posted by a page of this site, which no other site's page can pretend to be.</summary>
    public static async Task<KeptValues?> From(HttpContext http)
    {
        var request = http.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !IsOwnPage(request)) return null;
        return Of(request.Path + request.QueryString, await request.ReadFormAsync(http.RequestAborted));
    }

    public static KeptValues Of(string to, IFormCollection form) =>
        new(to, [.. form.Where(f => Keeps(f.Key)).SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))]);

    private static bool Keeps(string field) =>
        field is not (FormToken or ToField) && !field.Contains("password", StringComparison.OrdinalIgnoreCase);

    private static bool IsOwnPage(HttpRequest request) => request.Headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}"),
        _ => false,
    };
}
