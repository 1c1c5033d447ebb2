using System.Collections.Immutable;
using System.Text;
using Sylvan.Data.Csv;

namespace SosLongitudinal.Tests.Extracts.Readers;

/// <summary>A column as PSPP read it.</summary>
internal sealed record PsppColumn(string Name, string Label, string Level, string Format, string Missing, ImmutableSortedDictionary<string, string> Values, ImmutableArray<string> Cells);

/// <summary>A .sav as PSPP read it: dictionary and cells.</summary>
internal sealed record PsppTable(ImmutableArray<PsppColumn> Columns, ImmutableArray<string> Documents)
{
    public static bool IsThere => Tool.IsThere("pspp");

    public const string Absent = "PSPP is not installed: it has not read the files.";

    private const string FileMark = "FILE ";

    /// <summary>Every file in one run.</summary>
    public static async Task<ImmutableArray<PsppTable>> Read(string folder, IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var syntax = new StringBuilder("SET TVARS=NAMES.\nSET TNUMBERS=VALUES.\nSET WIDTH=32767.\n");
        foreach (var file in files)
            syntax.Append($"""
                GET FILE='{file}'.
                SAVE TRANSLATE /OUTFILE='{file}.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES /TEXTOPTIONS FORMAT=PLAIN /MISSING=IGNORE /REPLACE.
                ECHO '{FileMark}{file}'.
                DISPLAY DICTIONARY.
                DISPLAY DOCUMENTS.

                """);
        await File.WriteAllTextAsync(Path.Combine(folder, "read.sps"), syntax.ToString(), cancellation);
        await Tool.Run("pspp", ["-o", "said.csv", "-O", "format=csv", "read.sps"], folder, cancellation);
        var said = await File.ReadAllTextAsync(Path.Combine(folder, "said.csv"), cancellation);
        return [.. said.Split(FileMark)[1..].Select((part, i) => Parse(part.Split('\n'), Cells(Path.Combine(folder, files[i] + ".csv"))))];
    }

    private static PsppTable Parse(string[] lines, List<ImmutableArray<string>> cells)
    {
        var variables = Table(lines, "Table: Variables").ToList();
        string Of(string[] row, string title) => Array.IndexOf(variables[0], title) is >= 0 and var at ? row[at] : ""; // a column in which nothing stands is not shown
        var columns = variables.Skip(1).Select((row, i) => new PsppColumn(
            row[0], Of(row, "Label"), Of(row, "Measurement Level"), Of(row, "Print Format"), Of(row, "Missing Values"), ImmutableSortedDictionary<string, string>.Empty, cells[i])).ToArray();
        var place = -1;
        foreach (var row in Table(lines, "Table: Value Labels").Skip(1).Where(r => r.Length > 2))
        {
            if (row[0].Length > 0) place = Array.FindIndex(columns, c => c.Name == row[0]);
            columns[place] = columns[place] with { Values = columns[place].Values.Add(row[1].Replace("[a]", "", StringComparison.Ordinal), row[2]) };
        }
        return new([.. columns], [.. Table(lines, "Table: Documents").Select(r => r[0])]);
    }

    private static IEnumerable<string[]> Table(string[] lines, string title) => lines.SkipWhile(l => l != title).Skip(1).TakeWhile(l => l.Length > 0).Select(Fields);

    private static string[] Fields(string line)
    {
        using var reader = CsvDataReader.Create(new StringReader(line + "\n"), new CsvDataReaderOptions { HasHeaders = false, BufferSize = 1 << 20, Delimiter = ',' });
        reader.Read();
        return [.. Enumerable.Range(0, reader.RowFieldCount).Select(reader.GetString)];
    }

    /// <summary>Column by column.</summary>
    private static List<ImmutableArray<string>> Cells(string path)
    {
        using var reader = CsvDataReader.Create(path, new CsvDataReaderOptions { BufferSize = 1 << 24, Delimiter = ',' });
        var columns = Enumerable.Range(0, reader.FieldCount).Select(_ => ImmutableArray.CreateBuilder<string>()).ToList();
        while (reader.Read())
            for (var i = 0; i < columns.Count; i++) columns[i].Add(reader.GetString(i));
        return [.. columns.Select(c => c.ToImmutable())];
    }
}
