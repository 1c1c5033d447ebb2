using System.Globalization;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Shortening;
using static SosLongitudinal.Extracts.Codebooks.SetupVariable;

namespace SosLongitudinal.Extracts.Codebooks;

internal static class SasSetup
{
    private const int TextWidth = 255;

    /// <summary>As Stata's, since SAS takes 32 letters too, but only those of ASCII; labels of 256 characters.</summary>
    private static readonly FormatLimits Limits = FormatLimits.Stata with { Format = "SAS", Label = new(256, true), AsciiNames = true };

    public static void Write(Codebook book, TextWriter output)
    {
        var variables = Of(book, Limits);
        output.Write($"/* {book.Table.Title.Replace("*/", "* /", StringComparison.Ordinal)}. Reads {book.FileName}, which is expected in the working directory. */\n");
        var formats = variables.Select((v, n) => (Variable: v, Name: string.Create(CultureInfo.InvariantCulture, $"v{n + 1}f"))).Where(f => !f.Variable.IsText && !f.Variable.IsDate && f.Variable.Labelled.Any()).ToList();
        if (formats.Count > 0) output.Write("proc format;\n");
        foreach (var (v, name) in formats)
            output.Write($"  value {name} {string.Join(' ', v.Labelled.Where(l => !l.IsMissing || book.Choice.Missing == MissingStyle.Codes).Select(l => $"{(l.IsMissing ? Letter(book, l.Value) : l.Value)}={Quoted(l.Label, '\'')}"))};\n");
        if (formats.Count > 0) output.Write("run;\n");
        output.Write($"data {new Shortener(Limits).Names([book.Table.Name])[0]};\n  infile {Quoted(book.FileName, '\'')} dsd dlm=',' firstobs=2 encoding='utf-8' lrecl=1048576 truncover termstr=crlf;\n");
        foreach (var v in variables) output.Write($"  informat {v.Name} {(v.IsText ? $"${TextWidth}." : v.IsDate ? "yymmdd10." : "best32.")};\n");
        foreach (var v in variables.Where(v => v.IsDate)) output.Write($"  format {v.Name} yymmdd10.;\n");
        foreach (var (v, name) in formats) output.Write($"  format {v.Name} {name}.;\n");
        output.Write($"  input {string.Join(' ', variables.Select(v => v.Name + (v.IsText ? " $" : "")))};\n");
        foreach (var v in variables)
        {
            if (v.Label.Length > 0) output.Write($"  label {v.Name} = {Quoted(v.Label, '\'')};\n");
            if (book.Choice.Missing != MissingStyle.Codes || v.IsText || v.IsDate) continue;
            foreach (var code in book.Choice.Codes.All) output.Write($"  if {v.Name} = {code.Code} then {v.Name} = {Letter(book, code.Code.ToString(CultureInfo.InvariantCulture))};\n");
        }
        output.Write("run;\n");
    }

    private static string Letter(Codebook book, string code)
    {
        for (var n = 0; n < book.Choice.Codes.All.Length; n++)
            if (book.Choice.Codes.All[n].Code.ToString(CultureInfo.InvariantCulture) == code) return $".{(char)('A' + n)}";
        return ".";
    }
}
