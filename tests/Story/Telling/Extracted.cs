using System.Buffers;
using System.Text;
using Sylvan.Data.Csv;
using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;

namespace SosLongitudinal.Tests.Story.Telling;

/// <summary>A dataset as an analyst would download it now, turned on its side: a line for each column, a column for each row.</summary>
internal static class Extracted
{
    public static Task<string> Extract(this Teller teller, string dataset, DatasetShape shape, params string[] columns) => teller.Extract(dataset, shape, VersionLayout.Merged, null, columns);

    /// <summary>What each column of a form's table is fed by, a line for each.</summary>
    public static async Task<string> Feeds(this Teller teller, string dataset, VersionLayout versions) => string.Concat(
        DatasetCatalog.Of(await teller.Frame(), versions).Find(dataset)!.Columns.Where(c => !c.Feeds.IsEmpty)
            .Select(c => $"{c.Name,-26}{string.Join("; ", c.Feeds)}".TrimEnd() + "\n"));

    public static async Task<string> Extract(this Teller teller, string dataset, DatasetShape shape, VersionLayout versions, MissingFrame? missing, params string[] columns)
    {
        var frame = await teller.Frame();
        var table = DatasetCatalog.Of(frame, versions).Find(dataset, shape)!.Select(columns);
        var output = new ArrayBufferWriter<byte>();
        var writer = new CsvWriter(output, missing);
        writer.Header(table.Schema);
        await foreach (var message in teller.Registers.Extract(new(dataset, shape.ToString(), null) { Columns = [.. columns], Versions = versions })) writer.Write(message);
        return Turned(teller, Encoding.UTF8.GetString(output.WrittenSpan), columns);
    }

    private static async Task<StudyFrame> Frame(this Teller teller) => (await teller.Grains.GetGrain<IFrame>(0).NewerThan(-1))!;

    private static string Turned(Teller teller, string csv, string[] columns)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv));
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. columns.Select(c => teller.Named(reader.GetString(reader.GetOrdinal(c))))]);
        rows.Sort((a, b) => string.CompareOrdinal(string.Join(' ', a), string.Join(' ', b)));
        return string.Concat(columns.Select((column, i) => $"{column,-26}{string.Concat(rows.Select(row => $"{row[i],-20}"))}".TrimEnd() + "\n"));
    }
}
