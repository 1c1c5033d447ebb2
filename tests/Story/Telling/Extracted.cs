using System.Buffers;
using System.Text;
using Sylvan.Data.Csv;
using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Grains.Registers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;

namespace SosLongitudinal.Tests.Story.Telling;

/// <summary>A dataset as an analyst would download it now, turned on its side: a line for each column, a column for each row.</summary>
internal static class Extracted
{
    public static async Task<string> Extract(this Teller teller, string dataset, DatasetShape shape, params string[] columns)
    {
        var frame = new StudyFrame { Design = await teller.Grains.Study().Read() };
        var table = DatasetCatalog.Of(frame).Find(dataset, shape)!.Select(columns);
        var output = new ArrayBufferWriter<byte>();
        var writer = new CsvWriter(output, null);
        writer.Header(table.Schema);
        await foreach (var message in teller.Registers.Extract(new(dataset, shape.ToString(), null) { Columns = [.. columns] })) writer.Write(message);
        return Turned(teller, Encoding.UTF8.GetString(output.WrittenSpan), columns);
    }

    private static string Turned(Teller teller, string csv, string[] columns)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv));
        var rows = new List<string[]>();
        while (reader.Read()) rows.Add([.. columns.Select(c => teller.Named(reader.GetString(reader.GetOrdinal(c))))]);
        rows.Sort((a, b) => string.CompareOrdinal(string.Join(' ', a), string.Join(' ', b)));
        return string.Concat(columns.Select((column, i) => $"{column,-26}{string.Concat(rows.Select(row => $"{row[i],-20}"))}".TrimEnd() + "\n"));
    }
}
