using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SosLongitudinal.Tests.Web.Kit;

/// <summary>A page as it came back.</summary>
public sealed record Page(HttpStatusCode Status, HttpResponseHeaders Headers, string Text, IHtmlDocument Document, string? Location)
{
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>Everything a person reads in the main part, with single spaces.</summary>
    public string Words => string.Join(' ', (Document.QuerySelector("main")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public string? ValueOf(string field) => (Document.QuerySelector($"[name='{field}']") as IHtmlInputElement)?.Value;

    /// <summary>The page asks again for one field: in the summary with a link to it, and at the field.</summary>
    public void ShouldAskFor(string field, string sentence)
    {
        Assert.Contains(sentence, Document.QuerySelector(".govuk-error-summary")?.TextContent ?? "", StringComparison.Ordinal);
        var id = Document.QuerySelectorAll(".govuk-error-summary a").First(a => a.TextContent == sentence).GetAttribute("href")![1..];
        Assert.Contains(Document.QuerySelectorAll("[id]"), e => string.Equals(e.Id, id, StringComparison.OrdinalIgnoreCase) && string.Equals(e.GetAttribute("name"), field, StringComparison.OrdinalIgnoreCase));
    }

    internal static IEnumerable<KeyValuePair<string, string>> Hidden(IElement form) =>
        form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().Select(i => KeyValuePair.Create(i.Name!, i.Value));

    internal static IEnumerable<KeyValuePair<string, string>> Pairs(object fields) => fields switch
    {
        IEnumerable<KeyValuePair<string, string>> pairs => pairs,
        _ => fields.GetType().GetProperties().SelectMany(p => p.GetValue(fields) switch
        {
            string[] many => many.Select(v => KeyValuePair.Create(p.Name, v)),
            var one => [KeyValuePair.Create(p.Name, one?.ToString() ?? "")],
        }),
    };
}
