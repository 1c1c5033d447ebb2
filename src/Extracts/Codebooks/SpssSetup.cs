using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Shortening;
using static SosLongitudinal.Extracts.Codebooks.SetupVariable;

namespace SosLongitudinal.Extracts.Codebooks;

internal static class SpssSetup
{
    private const int TextWidth = 255;

    public static void Write(Codebook book, TextWriter output)
    {
        var variables = Of(book, FormatLimits.Spss);
        output.Write($"* {book.Table.Title}. Reads {book.FileName}, which is expected in the working directory.\n");
        output.Write($"GET DATA /TYPE=TXT /FILE={Quoted(book.FileName, '\'')} /ENCODING='UTF8' /ARRANGEMENT=DELIMITED /DELIMITERS=',' /QUALIFIER='\"' /FIRSTCASE=2\n  /VARIABLES=\n");
        foreach (var v in variables) output.Write($"  {v.Name} {(v.IsText ? $"A{TextWidth}" : v.IsDate ? "SDATE10" : v.Variable.Kind == CellKind.Decimal ? "F16.6" : "F8.0")}\n");
        output.Write("  .\nVARIABLE LABELS\n");
        foreach (var v in variables.Where(v => v.Label.Length > 0)) output.Write($"  {v.Name} {Quoted(v.Label, '\'')}\n");
        output.Write("  .\n");
        foreach (var v in variables.Where(v => !v.IsText && !v.IsDate && v.Labelled.Any()))
        {
            output.Write($"VALUE LABELS {v.Name}\n");
            foreach (var value in v.Labelled) output.Write($"  {value.Value} {Quoted(value.Label, '\'')}\n");
            output.Write("  .\n");
        }
        if (book.Choice.Missing == MissingStyle.Codes)
            foreach (var v in variables.Where(v => !v.IsText && !v.IsDate)) output.Write($"MISSING VALUES {v.Name} ({book.Choice.Codes.Least} THRU {book.Choice.Codes.Most}).\n");
        foreach (var v in variables) output.Write($"VARIABLE LEVEL {v.Name} ({v.Variable.Column.Level.ToString().ToUpperInvariant()}).\n");
        output.Write("EXECUTE.\n");
    }
}
