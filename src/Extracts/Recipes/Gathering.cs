using System.Runtime.InteropServices;
using System.Text;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>A row of one of several batches.</summary>
internal readonly record struct RowPlace(int Batch, int Row);

/// <summary>Picks rows out of batches: one column's cells in the order of the rows asked for.</summary>
internal static class Gathering
{
    public static IArrowArray Take(IReadOnlyList<IArrowArray> sources, IReadOnlyList<RowPlace> rows) => sources[0] switch
    {
        Int16Array => Dense([.. sources.Cast<Int16Array>()], rows),
        Date32Array => Days([.. sources.Cast<Date32Array>()], rows),
        StringArray => Ids([.. sources.Cast<StringArray>()], rows),
        DictionaryArray => Words([.. sources.Cast<DictionaryArray>()], rows),
        _ => throw new InvalidDataException("A column is of a kind that no table has."),
    };

    private static Int16Array Dense(Int16Array[] sources, IReadOnlyList<RowPlace> rows)
    {
        var cells = new short[rows.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = sources[rows[i].Batch].Values[rows[i].Row];
        return Arrays.Int16(cells);
    }

    private static Date32Array Days(Date32Array[] sources, IReadOnlyList<RowPlace> rows)
    {
        var cells = new int[rows.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = sources[rows[i].Batch].Values[rows[i].Row];
        return Arrays.Days(cells);
    }

    private static StringArray Ids(StringArray[] sources, IReadOnlyList<RowPlace> rows)
    {
        var texts = new string[rows.Count];
        for (var i = 0; i < texts.Length; i++) texts[i] = Encoding.UTF8.GetString(sources[rows[i].Batch].GetBytes(rows[i].Row));
        return Arrays.Strings(texts);
    }

    private static DictionaryArray Words(DictionaryArray[] sources, IReadOnlyList<RowPlace> rows)
    {
        var (words, entries) = (new List<string>(), new Dictionary<string, short>(StringComparer.Ordinal));
        var first = (StringArray)sources[0].Dictionary;
        for (var i = 0; i < Cells.Reasons; i++) words.Add(first.GetString(i)); // reasons keep their places
        var known = new short[sources.Length][];
        var cells = new short[rows.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var (batch, row) = rows[i];
            var entry = MemoryMarshal.Cast<byte, short>(((Int16Array)sources[batch].Indices).ValueBuffer.Span)[((Int16Array)sources[batch].Indices).Offset + row];
            cells[i] = Cells.IsMissingWord(entry) ? entry : Entry(batch, entry);
        }
        return Arrays.Dictionary(cells, Arrays.Strings(words));

        short Entry(int batch, short entry)
        {
            var dictionary = (StringArray)sources[batch].Dictionary;
            var map = known[batch] ??= new short[dictionary.Length];
            if (map[entry] != 0) return map[entry];
            var word = dictionary.GetString(entry);
            if (!entries.TryGetValue(word, out var at))
            {
                at = (short)words.Count;
                entries.Add(word, at);
                words.Add(word);
            }
            return map[entry] = at;
        }
    }
}
