using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Tests.Extracts.Readers;

namespace SosLongitudinal.Tests.Extracts.Files;

public sealed class PsppTests
{
    private const int Batch = 40;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("sav")]
    [InlineData("zsav")]
    public async Task Pspp_reads_every_label_level_missing_code_date_and_text_as_it_was_meant(string format)
    {
        Assert.SkipUnless(PsppTable.IsThere, PsppTable.Absent);
        await Some.Table.Array[Batch].SampleAsync(async sketches =>
        {
            using var written = new Written();
            var meant = new List<Meant>();
            string[] files = [.. sketches.Select((_, i) => $"{i}.{format}")];
            for (var i = 0; i < sketches.Length; i++) meant.Add(new(await written.File(sketches[i], new(FileFormat.Find(format)!), files[i], Cancel), MissingPresets.Study, stata: false));
            var read = await PsppTable.Read(written.Folder, files, Cancel);
            Assert.Equal(sketches.Length, read.Length);
            for (var i = 0; i < sketches.Length; i++) Same(sketches[i], meant[i], read[i]);
        }, iter: 1);
    }

    private static void Same(TableSketch sketch, Meant meant, PsppTable read)
    {
        Assert.Equal(sketch.Columns.Select(meant.Name), read.Columns.Select(c => c.Name));
        Assert.Contains("Synthetic: evidence of nothing.", read.Documents);
        foreach (var (column, seen) in sketch.Columns.Zip(read.Columns))
        {
            var text = column.Column.Type == ColumnType.Id || (column.Column.Type == ColumnType.Text && !column.Column.IsListed);
            Assert.Equal((meant.Label(column), column.Column.Level.ToString()), (seen.Label, seen.Level));
            Assert.Equal(meant.Values(column), seen.Values.ToImmutableSortedDictionary(v => double.Parse(v.Key, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture), v => v.Value));
            if (text) Assert.Equal("", seen.Missing.Trim('"', ' '));
            else Assert.Equal("-95 THRU -81", seen.Missing);
            if (column.Column.Type == ColumnType.Date) Assert.Equal("DATE11", seen.Format);
            Assert.Equal(column.Cells.Select(c => Shown(meant.Cell(column, c), column.Column.Type)), seen.Cells.Select(c => Normal(c, text)));
        }
    }

    private static string Shown(string meant, ColumnType type) =>
        meant.StartsWith("s:", StringComparison.Ordinal) ? meant[2..]
        : meant == "NA" || meant.StartsWith("day", StringComparison.Ordinal) ? ""
        : type == ColumnType.Date ? Cells.DateOf(int.Parse(meant, CultureInfo.InvariantCulture)).ToString("MM/dd/yyyy", CultureInfo.InvariantCulture)
        : meant;

    private static string Normal(string cell, bool text) =>
        text ? cell : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("R", CultureInfo.InvariantCulture) : cell.Trim();
}
