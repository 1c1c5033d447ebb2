using System.Globalization;
using CsCheck;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Tests.Extracts.Readers;

namespace SosLongitudinal.Tests.Extracts.Files;

public sealed class LabelledFileTests
{
    /// <summary>Tables of one run of a reader.</summary>
    private const int Batch = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sav")]
    [InlineData("zsav")]
    [InlineData("dta")]
    public async Task Haven_reads_every_label_missing_code_date_and_text_as_it_was_meant(string format)
    {
        Assert.SkipUnless(HavenTable.IsThere, HavenTable.Absent);
        await Some.Table.Array[Batch].SampleAsync(async sketches =>
        {
            using var written = new Written();
            var reports = new List<Meant>();
            for (var i = 0; i < sketches.Length; i++) reports.Add(new(await written.File(sketches[i], new(FileFormat.Find(format)!), $"{i}.{format}", Cancel), MissingPresets.Study, format == "dta"));
            var read = await HavenTable.Read(written.Folder, [.. sketches.Select((_, i) => $"{i}.{format}")], Cancel);
            for (var i = 0; i < sketches.Length; i++) Same(sketches[i], reports[i], read[i], format == "dta");
        }, iter: 1);
    }

    private static void Same(TableSketch sketch, Meant meant, HavenTable read, bool stata)
    {
        Assert.Equal((sketch.Rows, meant.Title(sketch)), (read.Rows, read.Title));
        Assert.Equal(sketch.Columns.Select(meant.Name), read.Columns.Select(c => c.Name));
        foreach (var (column, seen) in sketch.Columns.Zip(read.Columns))
        {
            Assert.Equal(meant.Label(column), seen.Label);
            Assert.Equal(column.Cells.Select(c => meant.Cell(column, c)), seen.Cells.Select(c => Normal(column.Column.Type, c)));
            Assert.Equal(string.Concat(column.Cells.Select(c => meant.IsThere(column, c) ? '1' : '0')), seen.There);
            if (sketch.Rows == 0) continue; // haven says less of a column without rows
            Assert.Equal(meant.Values(column), seen.Values);
            if (column.Column.Type == ColumnType.Date) Assert.Equal("Date", seen.Class);
            if (!stata && seen.Cells[0].StartsWith("s:", StringComparison.Ordinal)) Assert.Equal("s: | ", seen.Missing);
            else if (!stata) Assert.Equal(" | -95 -81", seen.Missing);
        }
    }

    /// <summary>Numbers without superfluous digits; a day before the calendar is a code that stands in seconds.</summary>
    private static string Normal(ColumnType type, string cell)
    {
        if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return cell;
        return type == ColumnType.Date && number < -141_427 ? $"day of {Math.Round((number + 141_428) * 86_400)}" : number.ToString("R", CultureInfo.InvariantCulture);
    }
}
