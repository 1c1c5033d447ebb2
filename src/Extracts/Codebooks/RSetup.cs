using System.Globalization;
using SosLongitudinal.Extracts.Files;

namespace SosLongitudinal.Extracts.Codebooks;

/// <summary>R without any package: factors for words, dates as dates, labels and missing codes as haven writes them, so that haven and labelled understand them.</summary>
internal static class RSetup
{
    public static void Write(Codebook book, TextWriter output)
    {
        output.Write($"# {book.Table.Title}. Reads {book.FileName}, which is expected in the working directory.\n");
        output.Write($"data <- read.csv({Quoted(book.FileName)}, colClasses = \"character\", na.strings = \"\", encoding = \"UTF-8\", check.names = FALSE)\n");
        for (var i = 0; i < book.Variables.Length; i++) Variable(book, book.Variables[i], $"data[[{(i + 1).ToString(CultureInfo.InvariantCulture)}]]", output);
    }

    private static void Variable(Codebook book, CodebookVariable variable, string column, TextWriter output)
    {
        var labelled = variable.Values.Where(v => v.Value.Length > 0).ToList();
        if (variable.Kind == CellKind.Day) output.Write($"{column} <- as.Date({column}, format = \"%Y-%m-%d\")\n");
        else if (variable.Column.IsListed) output.Write($"{column} <- factor({column}, levels = {Vector(labelled.Select(v => Quoted(v.Value)))}, labels = {Vector(labelled.Select(v => Quoted(v.Label)))})\n");
        else if (variable.Kind != CellKind.Text)
        {
            output.Write($"{column} <- suppressWarnings(as.numeric({column}))\n");
            var numbers = labelled.Where(v => double.TryParse(v.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)).ToList();
            if (numbers.Count > 0) output.Write($"attr({column}, \"labels\") <- setNames({Vector(numbers.Select(v => v.Value))}, {Vector(numbers.Select(v => Quoted(v.Label)))})\n");
            if (book.Choice.Missing == MissingStyle.Codes) output.Write($"attr({column}, \"na_values\") <- {Vector(book.Choice.Codes.All.Select(c => c.Code.ToString(CultureInfo.InvariantCulture)))}\n");
            if (numbers.Count > 0) output.Write($"class({column}) <- c({(book.Choice.Missing == MissingStyle.Codes ? "\"haven_labelled_spss\", " : "")}\"haven_labelled\", \"vctrs_vctr\", \"double\")\n");
        }
        output.Write($"attr({column}, \"label\") <- {Quoted(variable.Column.Label)}\n");
    }

    private static string Vector(IEnumerable<string> items) => $"c({string.Join(", ", items)})";

    private static string Quoted(string text) => "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal) + "\"";
}
