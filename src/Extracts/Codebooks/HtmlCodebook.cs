using System.Globalization;
using System.Net;
using System.Text;
using SosLongitudinal.Extracts.Shortening;

namespace SosLongitudinal.Extracts.Codebooks;

/// <summary>A codebook to read: one page that needs nothing else, so that it can be kept beside the file.</summary>
public static class HtmlCodebook
{
    private const string Style = """
        body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #0b0c0c; }
        h1 { font-size: 1.8rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .25rem; }
        table { border-collapse: collapse; margin: .5rem 0; } th, td { text-align: left; padding: .2rem 1rem .2rem 0; border-bottom: 1px solid #b1b4b6; vertical-align: top; }
        td.n { text-align: right; font-variant-numeric: tabular-nums; } code { font-family: ui-monospace, monospace; } .m, .missing td { color: #505a5f; }
        """;

    public static void Write(Codebook book, TextWriter output)
    {
        var title = Html($"{book.Table.Title}: codebook");
        output.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{title}</title><style>{Style}</style></head>\n<body>\n<h1>{title}</h1>\n");
        foreach (var note in book.Table.Notes) output.Write($"<p><strong>{Html(note)}</strong></p>\n");
        output.Write($"<p>File <code>{Html(book.FileName)}</code>: {Number(book.Rows)} rows, one for each {Html(book.Table.Unit)}; {Number(book.Variables.Length)} variables{(book.Table.AsOf is { } day ? $"; as of {day:yyyy-MM-dd}" : "")}.</p>\n");
        output.Write($"<p>{Html(CodebookWords.Missing(book))}</p>\n");
        Shortened(book.Report, output);
        output.Write("<h2>Variables</h2>\n<table><thead><tr><th scope=\"col\">Name</th><th scope=\"col\">Label</th></tr></thead><tbody>\n");
        for (var i = 0; i < book.Variables.Length; i++) output.Write($"<tr><td><a href=\"#v{i + 1}\"><code>{Html(book.Variables[i].Name)}</code></a></td><td>{Html(book.Variables[i].Column.Label)}</td></tr>\n");
        output.Write("</tbody></table>\n");
        for (var i = 0; i < book.Variables.Length; i++) Variable(book.Variables[i], i + 1, output);
        output.Write("</body>\n</html>\n");
    }

    private static void Shortened(ShorteningReport report, TextWriter output)
    {
        if (report.Entries.IsEmpty) return;
        output.Write($"<h2>Shortened for {Html(report.Format)}</h2>\n<p>{Html(ShorteningReport.Rule)}</p>\n<ul>\n");
        foreach (var entry in report.Entries) output.Write($"<li>{Html(CodebookWords.Of(entry))}</li>\n");
        output.Write("</ul>\n");
    }

    private static void Variable(CodebookVariable variable, int number, TextWriter output)
    {
        output.Write($"<h2 id=\"v{number}\"><code>{Html(variable.Name)}</code> {Html(variable.Column.Label)}</h2>\n<p class=\"m\">{Html(Facts(variable))}</p>\n");
        if (variable.Column.Note.Length > 0) output.Write($"<p>{Html(variable.Column.Note)}</p>\n");
        if (variable.Values.IsEmpty) return;
        output.Write("<table><thead><tr><th scope=\"col\">Value</th><th scope=\"col\">Meaning</th><th scope=\"col\">Rows</th></tr></thead><tbody>\n");
        foreach (var value in variable.Values)
            output.Write($"<tr{(value.IsMissing ? " class=\"missing\"" : "")}><td><code>{Html(value.Value.Length == 0 ? "(blank)" : value.Value)}</code></td><td>{Html(value.Label)}{(value.IsMissing ? " (missing)" : "")}</td><td class=\"n\">{(value.Count is { } count ? Number(count) : "")}</td></tr>\n");
        output.Write("</tbody></table>\n");
    }

    private static string Facts(CodebookVariable variable)
    {
        var facts = new StringBuilder($"{variable.Kind switch { Files.CellKind.Day => "Date", Files.CellKind.Text => "Text", _ => "Number" }}, {variable.Column.Level.ToString().ToLowerInvariant()}");
        if (variable.Valid is { } valid) facts.Append(CultureInfo.InvariantCulture, $"; {Number(valid)} with a value, {Number(variable.Invalid ?? 0)} without");
        if (variable.Range is { } range) facts.Append(CultureInfo.InvariantCulture, $"; from {range.Least} to {range.Most}");
        if (variable.Name != variable.Column.Name) facts.Append(CultureInfo.InvariantCulture, $"; name in full: {variable.Column.Name}");
        foreach (var feed in variable.Column.Feeds) facts.Append(CultureInfo.InvariantCulture, $"; from {feed}");
        return facts.Append('.').ToString();
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
