using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Shortening;

namespace SosLongitudinal.Extracts.Codebooks;

internal static class StataSetup
{
    public static void Write(Codebook book, TextWriter output)
    {
        var variables = SetupVariable.Of(book, FormatLimits.Stata);
        output.Write($"* {book.Table.Title}. Reads {book.FileName}, which is expected in the working directory.\nversion 14\n");
        output.Write($"import delimited using {Quoted(book.FileName)}, varnames(nonames) rowrange(2) bindquote(strict) maxquotedrows(unlimited) encoding(\"utf-8\") stringcols(_all) clear\n");
        for (var i = 0; i < variables.Length; i++) output.Write($"rename v{i + 1} {variables[i].Name}__\n");
        foreach (var v in variables) output.Write($"rename {v.Name}__ {v.Name}\n");
        foreach (var v in variables)
        {
            if (v.IsDate) output.Write($"generate long {v.Name}__ = daily({v.Name}, \"YMD\")\norder {v.Name}__, after({v.Name})\ndrop {v.Name}\nrename {v.Name}__ {v.Name}\nformat {v.Name} %td\n");
            else if (!v.IsText) output.Write($"destring {v.Name}, replace{(book.Choice.Missing == MissingStyle.Words ? " force" : "")}\n");
            if (!v.IsText && !v.IsDate && book.Choice.Missing == MissingStyle.Codes)
                foreach (var (code, n) in book.Choice.Codes.All.Select((c, n) => (c, n))) output.Write($"replace {v.Name} = .{(char)('a' + n)} if {v.Name} == {code.Code}\n");
            if (v.Label.Length > 0) output.Write($"label variable {v.Name} {Quoted(v.Label)}\n");
            if (v.IsText || v.IsDate) continue;
            var labels = v.Labelled.Where(l => !l.IsMissing).Select(l => $"{l.Value} {Quoted(l.Label)}").Concat(book.Choice.Codes.All.Select((c, n) => $".{(char)('a' + n)} {Quoted(c.Label)}"));
            output.Write($"label define {v.Name} {string.Join(' ', labels)}\nlabel values {v.Name} {v.Name}\n");
        }
        output.Write("compress\n");
    }

    /// <summary>Compound quotes hold any text but their own end.</summary>
    private static string Quoted(string text) => $"`\"{TextCut.Tidy(text).Replace("\"'", "\" '", StringComparison.Ordinal).Replace('`', '\'').Replace("$", "\\$", StringComparison.Ordinal)}\"'";
}
