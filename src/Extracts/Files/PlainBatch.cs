using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Apache.Arrow;
using Apache.Arrow.Types;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Files;

/// <summary>
/// A table as any Arrow reader understands it: nulls where there is no value, decimals as numbers, texts as texts, and what labels say as metadata. The registers'
/// own messages hold reasons in a manner of their own.
/// </summary>
internal sealed class PlainBatch(FileTable table, FileChoice choice)
{
    public Schema Schema { get; } = new(table.Columns.Select(FieldOf), TableMetadata.Of(table, choice));

    public RecordBatch Of(RecordBatch batch) => new(Schema, Enumerable.Range(0, batch.ColumnCount).Select(i => ArrayOf(batch.Column(i), table.Columns[i])), batch.Length);

    private static Field FieldOf(Column column) => new(column.Name, column.Type switch
    {
        ColumnType.Code or ColumnType.Count => Int16Type.Default,
        ColumnType.Decimal => DoubleType.Default,
        ColumnType.Date => Date32Type.Default,
        _ => StringType.Default,
    }, nullable: true, TableMetadata.Of(column));

    private IArrowArray ArrayOf(IArrowArray array, Column column) => array switch
    {
        Int16Array dense => Whole(dense.Values),
        Date32Array days => Days(days.Values),
        StringArray ids => Texts(ids.Length, row => ids.GetBytes(row) is { IsEmpty: false } id ? Encoding.UTF8.GetString(id) : null),
        DictionaryArray words when column.Type == ColumnType.Decimal => Decimals(words),
        DictionaryArray words => Words(words),
        _ => throw new InvalidDataException($"Column {column.Name} is of a kind that no file has."),
    };

    private Int16Array Whole(ReadOnlySpan<short> cells)
    {
        var values = cells.ToArray();
        var there = new Validity(values.Length);
        for (var row = 0; row < values.Length; row++)
        {
            if (DenseCode.IsCode(values[row])) continue;
            values[row] = choice.Missing == MissingStyle.Codes ? (short)choice.Codes.Of(DenseCode.ReasonOf(values[row])) : (short)0;
            if (choice.Missing != MissingStyle.Codes) there.Clear(row);
        }
        return new(Buffer(values), there.Buffer, values.Length, there.Nulls, 0);
    }

    /// <summary>No number is a day: a date without a value is null in every frame.</summary>
    private static Date32Array Days(ReadOnlySpan<int> cells)
    {
        var values = cells.ToArray();
        var there = new Validity(values.Length);
        for (var row = 0; row < values.Length; row++)
        {
            if (!Cells.IsMissingDay(values[row])) continue;
            values[row] = 0;
            there.Clear(row);
        }
        return new(Buffer(values), there.Buffer, values.Length, there.Nulls, 0);
    }

    private DoubleArray Decimals(DictionaryArray words)
    {
        var (numbers, entries) = (ListedWords.Numbers((StringArray)words.Dictionary), ((Int16Array)words.Indices).Values.ToArray());
        var values = new double[entries.Length];
        var there = new Validity(values.Length);
        for (var row = 0; row < values.Length; row++)
        {
            var missing = Cells.IsMissingWord(entries[row]);
            if (missing && choice.Missing == MissingStyle.Codes) values[row] = choice.Codes.Of((MissingReason)entries[row]);
            else if (missing || double.IsNaN(numbers[entries[row]])) there.Clear(row);
            else values[row] = numbers[entries[row]];
        }
        return new(Buffer(values), there.Buffer, values.Length, there.Nulls, 0);
    }

    private StringArray Words(DictionaryArray words)
    {
        var dictionary = (StringArray)words.Dictionary;
        var texts = Enumerable.Range(0, dictionary.Length).Select(i => Cells.IsMissingWord(i) ? Reason((MissingReason)i) : dictionary.GetString(i)).ToImmutableArray();
        var entries = ((Int16Array)words.Indices).Values.ToArray();
        return Texts(entries.Length, row => texts[entries[row]]);
    }

    private string? Reason(MissingReason reason) => choice.Missing switch
    {
        MissingStyle.Words => reason.Name(),
        MissingStyle.Codes => choice.Codes.Of(reason).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static StringArray Texts(int count, Func<int, string?> read)
    {
        var made = new StringArray.Builder().Reserve(count);
        for (var row = 0; row < count; row++)
            if (read(row) is { } text) made.Append(text);
            else made.AppendNull();
        return made.Build();
    }

    private static ArrowBuffer Buffer<T>(T[] values) where T : unmanaged => new(MemoryMarshal.AsBytes(values.AsSpan()).ToArray());

    /// <summary>One bit a row: whether there is a value.</summary>
    private sealed class Validity
    {
        private readonly byte[] bits;

        public Validity(int count)
        {
            bits = new byte[(count + 7) / 8];
            System.Array.Fill(bits, byte.MaxValue);
        }

        public int Nulls { get; private set; }

        public ArrowBuffer Buffer => new(bits);

        public void Clear(int row)
        {
            BitUtility.ClearBit(bits, row);
            Nulls++;
        }
    }
}
