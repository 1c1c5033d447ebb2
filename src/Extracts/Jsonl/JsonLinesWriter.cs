using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Jsonl;

/// <summary>One JSON object a line, every column in each: numbers as numbers, dates as ISO texts, <c>null</c>, the reason or its code where there is no value.</summary>
internal sealed class JsonLinesWriter : BatchWriter, IDisposable
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private readonly IBufferWriter<byte> output;
    private readonly FileTable table;
    private readonly FileChoice choice;
    private readonly JsonEncodedText[] names;
    private readonly Utf8JsonWriter json;

    public JsonLinesWriter(IBufferWriter<byte> output, FileTable table, FileChoice choice)
    {
        (this.output, this.table, this.choice) = (output, table, choice);
        names = [.. table.Columns.Select(c => JsonEncodedText.Encode(c.Name, Encoder))];
        json = new(output, new() { Encoder = Encoder, SkipValidation = true });
    }

    public override void Begin() { }

    public override void Write(RecordBatch batch)
    {
        var cells = table.Columns.Select((column, i) => Cell(batch.Column(i), column)).ToArray();
        for (var row = 0; row < batch.Length; row++)
        {
            json.WriteStartObject();
            for (var i = 0; i < cells.Length; i++)
            {
                json.WritePropertyName(names[i]);
                cells[i](row);
            }
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.Write("\n"u8);
        }
    }

    private Action<int> Cell(IArrowArray array, Column column)
    {
        switch (array)
        {
            case Int16Array dense:
                return row => { if (dense.Values[row] is var cell && DenseCode.IsCode(cell)) json.WriteNumberValue(cell); else Missing(DenseCode.ReasonOf(cell)); };
            case Date32Array days:
                return row => { if (days.Values[row] is var day && Cells.IsMissingDay(day)) Missing(Cells.ReasonOfDay(day)); else json.WriteStringValue(Cells.DateOf(day).ToString("O", CultureInfo.InvariantCulture)); };
            case StringArray ids:
                return row => { if (ids.GetBytes(row) is { IsEmpty: false } id) json.WriteStringValue(id); else json.WriteNullValue(); };
            case DictionaryArray words:
                var (entries, texts) = ((Int16Array)words.Indices, Texts((StringArray)words.Dictionary, column.Type == ColumnType.Decimal));
                return row => texts[entries.Values[row]]();
            default:
                throw new InvalidDataException($"Column {column.Name} is of a kind that no file has.");
        }
    }

    private Action[] Texts(StringArray words, bool numbers) => [.. Enumerable.Range(0, words.Length).Select(i => Text(i, Encoding.UTF8.GetString(words.GetBytes(i)), numbers))];

    private Action Text(int entry, string text, bool number)
    {
        if (Cells.IsMissingWord(entry)) return () => Missing((MissingReason)entry);
        if (!number)
        {
            var encoded = JsonEncodedText.Encode(text, Encoder);
            return () => json.WriteStringValue(encoded);
        }
        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return () => json.WriteNumberValue(value);
        return json.WriteNullValue;
    }

    private void Missing(MissingReason reason)
    {
        switch (choice.Missing)
        {
            case MissingStyle.Words: json.WriteStringValue(reason.Name()); break;
            case MissingStyle.Codes: json.WriteNumberValue(choice.Codes.Of(reason)); break;
            default: json.WriteNullValue(); break;
        }
    }

    public void Dispose() => json.Dispose();
}
