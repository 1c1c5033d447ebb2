using System.Globalization;
using System.Text;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Files;

/// <summary>One column of a batch as formats with numbers and labels see it: listed words have become their places, decimals numbers.</summary>
internal abstract record FileColumn
{
    private FileColumn() { }

    /// <summary>Codes, counts and listed words; a reason is a <see cref="DenseCode"/>.</summary>
    public sealed record Dense(short[] Cells) : FileColumn;

    /// <summary>Decimals: each cell is an entry of <paramref name="Values"/>, whose first entries are reasons. NaN is a number that is not there for no reason that anybody gave.</summary>
    public sealed record Decimals(short[] Entries, double[] Values) : FileColumn;

    public sealed record Days(int[] Cells) : FileColumn;

    /// <summary>Texts: each cell is an entry of <paramref name="Texts"/>, whose first entries are reasons.</summary>
    public sealed record Words(short[] Entries, byte[][] Texts) : FileColumn
    {
        public ReadOnlySpan<byte> At(int row) => Columns.Cells.IsMissingWord(Entries[row]) ? [] : Texts[Entries[row]];
    }

    /// <summary>Ids; empty where there is none.</summary>
    public sealed record Ids(int[] Offsets, byte[] Bytes) : FileColumn
    {
        public ReadOnlySpan<byte> At(int row) => Bytes.AsSpan(Offsets[row], Offsets[row + 1] - Offsets[row]);
    }

    public static FileColumn[] Of(RecordBatch batch, IReadOnlyList<Column> columns)
    {
        if (batch.ColumnCount != columns.Count) throw new InvalidDataException($"A batch has {batch.ColumnCount} columns; the table has {columns.Count}.");
        var made = new FileColumn[columns.Count];
        for (var i = 0; i < made.Length; i++) made[i] = Of(batch.Column(i), columns[i]);
        return made;
    }

    private static FileColumn Of(IArrowArray array, Column column) => array switch
    {
        Int16Array dense => new Dense(dense.Values.ToArray()),
        Date32Array days => new Days(days.Values.ToArray()),
        StringArray ids => new Ids(ids.ValueOffsets.ToArray(), ids.Values.ToArray()),
        DictionaryArray words when column.Type == ColumnType.Decimal => new Decimals(EntriesOf(words), ListedWords.Numbers((StringArray)words.Dictionary)),
        DictionaryArray words when column.IsListed => new Dense(ListedWords.Places(EntriesOf(words), (StringArray)words.Dictionary, column)),
        DictionaryArray words => new Words(EntriesOf(words), ListedWords.Texts((StringArray)words.Dictionary)),
        _ => throw new InvalidDataException($"Column {column.Name} is of a kind that no file has."),
    };

    private static short[] EntriesOf(DictionaryArray words) => ((Int16Array)words.Indices).Values.ToArray();
}

/// <summary>A dictionary's entries in other forms; the first entries are reasons.</summary>
internal static class ListedWords
{
    public static byte[][] Texts(StringArray words)
    {
        var texts = new byte[words.Length][];
        for (var i = 0; i < texts.Length; i++) texts[i] = words.GetBytes(i).ToArray();
        return texts;
    }

    public static double[] Numbers(StringArray words)
    {
        var numbers = new double[words.Length];
        for (var i = Cells.Reasons; i < numbers.Length; i++)
            numbers[i] = double.TryParse(words.GetBytes(i), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN;
        return numbers;
    }

    /// <summary>Each word's place in the column's list, from 1.</summary>
    public static short[] Places(short[] entries, StringArray words, Column column)
    {
        var places = new short[words.Length];
        for (var i = 0; i < places.Length; i++)
        {
            if (Cells.IsMissingWord(i)) places[i] = DenseCode.Of((MissingReason)i);
            else
            {
                var word = Encoding.UTF8.GetString(words.GetBytes(i));
                for (var n = 0; n < column.Values.Length && places[i] == 0; n++)
                    if (column.Values[n].Value == word) places[i] = (short)(n + 1);
            }
        }
        var cells = new short[entries.Length];
        for (var row = 0; row < cells.Length; row++)
        {
            cells[row] = places[entries[row]];
            if (cells[row] == 0) throw new InvalidDataException($"Column {column.Name} holds a word that its list lacks.");
        }
        return cells;
    }
}
