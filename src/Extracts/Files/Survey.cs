using System.Collections.Immutable;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Instruments;
using Column = SosLongitudinal.Extracts.Columns.Column;

namespace SosLongitudinal.Extracts.Files;

/// <summary>Looks over the batches of a table, and says afterwards what its columns hold. Its size depends on the columns, not on the rows.</summary>
/// <param name="counts">Whether to count how often each whole number occurs.</param>
/// <param name="forbidden">Numbers that no real value may be, since they will stand for reasons.</param>
public sealed class Survey(ImmutableArray<Column> columns, bool counts = false, ForbiddenNumbers? forbidden = null)
{
    /// <summary>More different values than this are no categories.</summary>
    private const int MostDifferent = 1_000;

    /// <summary>Bytes from which on it is worth counting characters too.</summary>
    public const int LongText = 32_767;

    public ImmutableArray<ColumnFacts> Columns { get; } = [.. columns.Select(c => new ColumnFacts { Counts = counts && c.Type is ColumnType.Code or ColumnType.Count or ColumnType.Text ? new() : null })];

    public long Rows { get; private set; }

    public void See(RecordBatch batch)
    {
        Rows += batch.Length;
        var cells = FileColumn.Of(batch, columns);
        for (var i = 0; i < cells.Length; i++)
        {
            See(cells[i], Columns[i], ((batch.Column(i) as DictionaryArray)?.Dictionary as StringArray)!);
            forbidden?.Find(cells[i], Columns[i]);
        }
    }

    private static void See(FileColumn cells, ColumnFacts facts, StringArray words)
    {
        switch (cells)
        {
            case FileColumn.Dense dense: See(dense.Cells, facts); break;
            case FileColumn.Days days: See(days.Cells, facts); break;
            case FileColumn.Decimals decimals: See(decimals, facts, words); break;
            case FileColumn.Words texts: See(texts, facts); break;
            case FileColumn.Ids ids:
                for (var row = 0; row + 1 < ids.Offsets.Length; row++) See(ids.At(row), facts);
                break;
        }
    }

    private static void See(short[] cells, ColumnFacts facts)
    {
        int least = int.MaxValue, most = int.MinValue;
        var valid = 0;
        foreach (var cell in cells)
        {
            if (DenseCode.IsCode(cell))
            {
                valid++;
                if (cell < least) least = cell;
                if (cell > most) most = cell;
            }
            else facts.AddMissing(DenseCode.ReasonOf(cell));
        }
        if (valid > 0) Widen(facts, valid, least, most);
        if (facts.Counts is { } counts) facts.Counts = Count(counts, cells, least, most);
    }

    private static SortedDictionary<int, long>? Count(SortedDictionary<int, long> counts, short[] cells, int least, int most)
    {
        if (most < least) return counts;
        if (most - least > MostDifferent) return null;
        var found = new long[most - least + 1];
        foreach (var cell in cells) if (DenseCode.IsCode(cell)) found[cell - least]++;
        for (var i = 0; i < found.Length; i++) if (found[i] > 0) counts[least + i] = counts.GetValueOrDefault(least + i) + found[i];
        return counts.Count > MostDifferent ? null : counts;
    }

    private static void See(int[] days, ColumnFacts facts)
    {
        foreach (var day in days)
            if (Cells.IsMissingDay(day)) facts.AddMissing(Cells.ReasonOfDay(day));
            else Widen(facts, 1, day, day);
    }

    private static void See(FileColumn.Decimals cells, ColumnFacts facts, StringArray words)
    {
        for (var i = Cells.Reasons; i < cells.Values.Length; i++)
            if (!double.IsNaN(cells.Values[i]) && words.GetBytes(i) is var text && text.IndexOf((byte)'.') is >= 0 and var point) facts.Decimals = Math.Max(facts.Decimals, text.Length - point - 1);
        foreach (var entry in cells.Entries)
            if (Cells.IsMissingWord(entry)) facts.AddMissing((MissingReason)entry);
            else if (double.IsNaN(cells.Values[entry])) facts.NotNumbers++;
            else Widen(facts, 1, cells.Values[entry], cells.Values[entry]);
    }

    private static void See(FileColumn.Words cells, ColumnFacts facts)
    {
        foreach (var entry in cells.Entries)
            if (Cells.IsMissingWord(entry)) facts.AddMissing((MissingReason)entry);
            else See(cells.Texts[entry], facts);
    }

    private static void See(ReadOnlySpan<byte> text, ColumnFacts facts)
    {
        facts.Valid++;
        if (text.IsEmpty) return;
        facts.Texts++;
        facts.TextBytes += text.Length;
        if (text.Length > facts.LongestText) facts.LongestText = text.Length;
        if (text.Length > LongText) facts.LongestCharacters = Math.Max(facts.LongestCharacters, System.Text.Encoding.UTF8.GetCharCount(text));
        if (text[^1] == ' ') facts.EndsWithSpace = true;
        if (text.Contains((byte)0)) facts.HasZero = true;
    }

    private static void Widen(ColumnFacts facts, long valid, double least, double most)
    {
        facts.Valid += valid;
        if (least < facts.Least) facts.Least = least;
        if (most > facts.Most) facts.Most = most;
    }
}
