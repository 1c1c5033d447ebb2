using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SosLongitudinal.Tests.Extracts.Readers;

/// <summary>A column as R's haven read it. Numbers are in full, texts behind <c>s:</c>, <c>.a</c> is Stata's own missing value, NA nothing at all.</summary>
/// <param name="There">One digit a row: 0 where R takes the value for missing.</param>
internal sealed record HavenColumn(string Name, string Label, string Format, string Class, ImmutableSortedDictionary<string, string> Values, string Missing, ImmutableArray<string> Cells, string There);

/// <summary>A file as R's haven read it.</summary>
internal sealed record HavenTable(int Rows, string Title, ImmutableArray<HavenColumn> Columns)
{
    public static bool IsThere => Tool.IsThere("Rscript");

    public const string Absent = "R is not installed: nobody else has read the files.";

    /// <summary>Every file in one run.</summary>
    public static async Task<ImmutableArray<HavenTable>> Read(string folder, IReadOnlyCollection<string> files, CancellationToken cancellation)
    {
        await Tool.Run("Rscript", ["--vanilla", Path.Combine(AppContext.BaseDirectory, "Readers", "readback.R"), .. files], folder, cancellation);
        return [.. files.Select(file => Parse(File.ReadAllLines(Path.Combine(folder, file + ".seen"))))];
    }

    private static HavenTable Parse(string[] lines)
    {
        var columns = ImmutableArray.CreateBuilder<HavenColumn>();
        foreach (var (key, rest) in lines.Skip(2).Select(Split))
        {
            if (key == "column") columns.Add(new(Text(rest), "", "", "", ImmutableSortedDictionary<string, string>.Empty, "", [], ""));
            else columns[^1] = With(columns[^1], key, rest);
        }
        return new(int.Parse(Split(lines[0]).After, CultureInfo.InvariantCulture), Text(Split(lines[1]).After), columns.ToImmutable());
    }

    private static HavenColumn With(HavenColumn column, string key, string rest) => key switch
    {
        "label" => column with { Label = Text(rest) },
        "format" => column with { Format = rest },
        "class" => column with { Class = rest },
        "value" => column with { Values = column.Values.Add(Cell(rest[..rest.IndexOf(' ')]), Text(rest[(rest.IndexOf(' ') + 1)..])) },
        "missing" => column with { Missing = rest },
        "cells" => column with { Cells = [.. rest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Cell)] },
        "there" => column with { There = rest },
        _ => throw new InvalidDataException($"'{key}' is not of the script's words."),
    };

    private static (string Key, string After) Split(string line) => line.IndexOf(' ') is >= 0 and var at ? (line[..at], line[(at + 1)..]) : (line, "");

    private static string Cell(string cell) => cell.StartsWith("s:", StringComparison.Ordinal) ? "s:" + Text(cell) : cell;

    private static string Text(string cell) => cell.Length == 0 ? "" : Encoding.UTF8.GetString(Convert.FromHexString(cell.AsSpan(2)));
}
