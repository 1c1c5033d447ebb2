using System.Text;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Csv;

/// <summary>A dictionary column: each word is quoted once a batch and then only copied.</summary>
internal sealed class CsvWords : CsvColumns
{
    private readonly short[] entries;
    private readonly byte[][] texts;

    public CsvWords(DictionaryArray column, MissingFrame missing, CsvStyle style, bool guard)
    {
        var words = (StringArray)column.Dictionary;
        entries = ((Int16Array)column.Indices).Values.ToArray();
        texts = new byte[words.Length][];
        for (var i = 0; i < texts.Length; i++)
        {
            var text = Cells.IsMissingWord(i) ? missing.Of((MissingReason)i) : CsvQuoting.Quote(Encoding.UTF8.GetString(words.GetBytes(i)), style, guard);
            texts[i] = [.. text, style.Between];
        }
        Most = texts.Length == 0 ? 1 : texts.Max(t => t.Length);
    }

    public override int Most { get; }

    public override int Write(int row, byte[] buffer, int at)
    {
        var text = texts[entries[row]];
        text.AsSpan().CopyTo(buffer.AsSpan(at));
        return at + text.Length;
    }
}

/// <summary>Ids. They need no quotes as a rule, but nothing rests on it.</summary>
internal sealed class CsvIds(StringArray column, CsvStyle style) : CsvColumns
{
    private readonly int[] offsets = column.ValueOffsets.ToArray();
    private readonly byte[] bytes = column.Values.ToArray();

    public override int Most { get; } = Longest(column) * 2 + 4;

    public override int Write(int row, byte[] buffer, int at)
    {
        var text = bytes.AsSpan(offsets[row], offsets[row + 1] - offsets[row]);
        if (CsvQuoting.IsPlain(text, style))
        {
            text.CopyTo(buffer.AsSpan(at));
            at += text.Length;
        }
        else
        {
            var quoted = CsvQuoting.Quote(Encoding.UTF8.GetString(text), style);
            quoted.CopyTo(buffer, at);
            at += quoted.Length;
        }
        buffer[at++] = style.Between;
        return at;
    }

    private static int Longest(StringArray column)
    {
        var longest = 0;
        for (var i = 0; i < column.Length; i++) longest = Math.Max(longest, column.GetValueLength(i));
        return longest;
    }
}
