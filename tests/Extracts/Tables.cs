using System.Buffers;
using Sylvan.Data.Csv;
using SosLongitudinal.Extracts;
using SosLongitudinal.Extracts.Csv;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Tests.Kit.Sketches;

namespace SosLongitudinal.Tests.Extracts;

/// <summary>A table as somebody else's CSV reader sees it: rows of name and text.</summary>
internal static class Tables
{
    public static readonly DateOnly Today = new(2016, 12, 1);

    public static ProjectionContext Context(DateOnly? today = null, StudyFrame? frame = null) => new(frame ?? StudySketch.Frame, today ?? Today, account => $"i{account.Length}");

    public static Dataset Dataset(string name, DatasetShape shape = DatasetShape.Long) =>
        DatasetCatalog.Of(StudySketch.Frame).Find(name, shape) ?? throw new ArgumentException($"There is no dataset {name}.");

    public static string Csv(Dataset dataset, IEnumerable<FamilyState> families, MissingFrame? missing = null, DateOnly? today = null, int maxRows = 4_096, StudyFrame? frame = null)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new CsvWriter(output, missing);
        writer.Header(dataset.Schema);
        foreach (var message in ShardProjection.Batches(dataset, Context(today, frame), [.. families], maxRows)) writer.Write(message);
        return System.Text.Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static List<Dictionary<string, string>> Read(string csv)
    {
        using var reader = CsvDataReader.Create(new StringReader(csv));
        var rows = new List<Dictionary<string, string>>();
        while (reader.Read()) rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetString));
        return rows;
    }

    public static List<Dictionary<string, string>> Rows(string dataset, DatasetShape shape, IEnumerable<FamilyState> families, MissingFrame? missing = null, DateOnly? today = null) =>
        Read(Csv(Dataset(dataset, shape), families, missing, today));
}
