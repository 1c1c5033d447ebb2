using System.Globalization;
using Sylvan.Data.Csv;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Web.Commands;

/// <summary>Reads a table of answers row by row and writes it again with scores and bands behind.</summary>
public static class ScoreTable
{
    private static readonly CsvDataReaderOptions Csv = new() { Delimiter = ',', Comment = '\0', MaxBufferSize = 1 << 24, OwnsReader = false };

    /// <summary>Writes a line per fault. Where it answers <c>false</c>, what was written to <paramref name="output"/> is of no use.</summary>
    public static bool Score(InstrumentDefinition definition, ScorePlan plan, MissingCodes missing, TextReader input, TextWriter output, TextWriter faults)
    {
        using var csv = CsvDataReader.Create(input, Csv);
        var header = Enumerable.Range(0, csv.FieldCount).Select(csv.GetName).ToList();
        if (ScoreColumns.Of(definition, header, faults) is not { } columns) return false;
        var bands = definition.Bands.Select(b => BandTable.Of(definition, b.Name)).ToArray();
        ScoreText.Header(output, header, definition);

        var row = new short[definition.Shape.Count];
        var scores = new short[plan.Count];
        var sound = true;
        while (csv.Read())
        {
            if (csv.RowFieldCount == 1 && header.Count > 1 && csv.GetFieldSpan(0).IsEmpty) continue;
            if (!Read(csv, header, columns, missing, row, faults)) sound = false;
            if (!sound) continue;
            plan.Score(row, scores);
            output.Write(csv.GetRawRecordSpan().TrimEnd("\r\n"));
            ScoreText.Scores(output, scores, plan, bands);
        }
        return sound;
    }

    private static bool Read(CsvDataReader csv, List<string> header, ScoreColumns columns, MissingCodes missing, short[] row, TextWriter faults)
    {
        if (csv.RowFieldCount != header.Count)
        {
            faults.WriteLine(string.Create(CultureInfo.InvariantCulture, $"row {csv.RowNumber + 1}: it has {csv.RowFieldCount} fields, the header has {header.Count}"));
            return false;
        }
        Array.Fill(row, DenseCode.Of(MissingReason.NotStated));
        var sound = true;
        foreach (var (at, place, item) in columns.Items)
        {
            var cell = csv.GetFieldSpan(at).Trim();
            if (cell.IsEmpty || missing.Counts(item, cell)) continue;
            if (int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) && columns.Allows(item, code)) row[place] = (short)code;
            else
            {
                faults.WriteLine(string.Create(CultureInfo.InvariantCulture, $"row {csv.RowNumber + 1}, column {header[at]}, value {cell}: must be {columns.Allowed(item)}"));
                sound = false;
            }
        }
        return sound;
    }
}
