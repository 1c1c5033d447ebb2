using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>Labels in the place of codes, for formats that have no labels of their own. A code without a label stays a number.</summary>
public sealed class LabelCells(FileTable table)
{
    private static readonly FileFormat[] Plain = [FileFormat.Csv, FileFormat.Tsv, FileFormat.JsonLines, FileFormat.Xlsx];

    /// <summary>Whether a recipe's labels apply to a format.</summary>
    public static bool AppliesTo(FileFormat format) => Plain.Contains(format);

    public FileTable Table { get; } = table with { Columns = [.. table.Columns.Select(After)] };

    public async IAsyncEnumerable<byte[]> Of(IAsyncEnumerable<byte[]> messages, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var schema = new Schema(Table.Columns.Select(Dataset.FieldOf), new Dictionary<string, string> { ["dataset"] = table.Name });
        await foreach (var message in messages.WithCancellation(cancellation))
        {
            using var batch = ArrowIpc.Read(message);
            using var labelled = new RecordBatch(schema, table.Columns.Select((c, i) => IsLabelled(c) ? Labels(batch.Column(i), c) : batch.Column(i)), batch.Length);
            yield return ArrowIpc.Write(labelled);
        }
    }

    private static bool IsLabelled(Column column) => !column.Values.IsEmpty && column.Type is ColumnType.Code or ColumnType.Count or ColumnType.Text;

    private static Column After(Column column) => !IsLabelled(column) ? column
        : new(column.Name, column.Label, ColumnType.Text) { Feeds = column.Feeds, Level = column.Level, Values = column.IsListed ? [.. column.Values.Select(v => new ValueLabel(v.Label, v.Label)).DistinctBy(v => v.Value)] : [] };

    private static IArrowArray Labels(IArrowArray source, Column column)
    {
        var labels = column.Values.DistinctBy(v => v.Value).ToDictionary(v => v.Value, v => v.Label, StringComparer.Ordinal);
        if (source is DictionaryArray words)
        {
            var dictionary = (StringArray)words.Dictionary;
            string[] changed = [.. Enumerable.Range(0, dictionary.Length).Select(i => dictionary.GetString(i) is var word && i >= Cells.Reasons ? labels.GetValueOrDefault(word, word) : word)];
            return Arrays.Dictionary(((Int16Array)words.Indices).Values, Arrays.Strings(changed));
        }
        var texts = new List<string>(MissingReasons.All.Select(r => r.Name()));
        var entries = new Dictionary<short, short>();
        var codes = ((Int16Array)source).Values;
        var cells = new short[codes.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            if (!DenseCode.IsCode(codes[i])) cells[i] = (short)DenseCode.ReasonOf(codes[i]);
            else
            {
                if (!entries.TryGetValue(codes[i], out var entry))
                {
                    entries.Add(codes[i], entry = (short)texts.Count);
                    var number = codes[i].ToString(CultureInfo.InvariantCulture);
                    texts.Add(labels.GetValueOrDefault(number, number));
                }
                cells[i] = entry;
            }
        }
        return Arrays.Dictionary(cells, Arrays.Strings(texts));
    }
}
