using Apache.Arrow;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Columns;

/// <summary>Words from a list that is known beforehand; a cell is the word's entry (<see cref="Cells.Word(int)"/>).</summary>
internal sealed class WordFiller<TRow>(StringArray dictionary, Func<TRow, int> read, int capacity) : Filler<TRow>
{
    private readonly short[] cells = new short[capacity];

    public override void Add(TRow row, int at) => cells[at] = (short)read(row);

    public override void Take(int rows, List<IArrowArray> arrays) => arrays.Add(Arrays.Dictionary(cells.AsSpan(0, rows), dictionary));
}

/// <summary>Texts met as the rows come: sites, languages, workers. The dictionary is the batch's own.</summary>
internal sealed class TextFiller<TRow>(Func<TRow, TextCell> read, int capacity) : Filler<TRow>
{
    private readonly short[] cells = new short[capacity];
    private readonly Dictionary<string, short> entries = new(StringComparer.Ordinal);
    private readonly List<string> words = [.. ReasonWords];
    private string? last;
    private short lastEntry;

    internal static IEnumerable<string> ReasonWords { get; } = [.. MissingReasons.All.Select(r => r.Name())];

    public override void Add(TRow row, int at)
    {
        var cell = read(row);
        cells[at] = cell.Text is null ? (short)cell.Reason : ReferenceEquals(cell.Text, last) ? lastEntry : Entry(cell.Text);
    }

    private short Entry(string text)
    {
        if (!entries.TryGetValue(text, out var entry))
        {
            entry = (short)words.Count;
            entries.Add(text, entry);
            words.Add(text);
        }
        (last, lastEntry) = (text, entry);
        return entry;
    }

    public override void Take(int rows, List<IArrowArray> arrays)
    {
        arrays.Add(Arrays.Dictionary(cells.AsSpan(0, rows), Arrays.Strings(words)));
        words.RemoveRange(Cells.Reasons, words.Count - Cells.Reasons);
        entries.Clear();
        last = null;
    }
}
