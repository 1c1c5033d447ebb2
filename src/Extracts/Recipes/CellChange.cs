using System.Globalization;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>What only the study's secret gives: pseudonyms, and by how much a family's dates move.</summary>
/// <param name="Pseudonym">The same text for the same id, and nobody without the secret can go back.</param>
/// <param name="Number">A number for an id, evenly spread.</param>
public sealed record RecipeSecrets(Func<string, string> Pseudonym, Func<string, ulong> Number)
{
    /// <summary>Half a year either way: seasons are lost, order and distance within a family stay.</summary>
    private const int Widest = 182;

    public int DaysFor(string family) => (int)(Number($"days\0{family}") % (2 * Widest + 1)) - Widest;
}

/// <summary>The cells of one batch as they leave.</summary>
internal sealed class CellChange(RecipePlan plan, RecipeSecrets secrets)
{
    private const int Family = 0;
    private const int SampledOn = 1;

    private readonly Dictionary<string, string> pseudonyms = new(StringComparer.Ordinal);

    public IReadOnlyList<IArrowArray> Of(RecordBatch batch, IReadOnlyList<int> rows)
    {
        RowPlace[] places = [.. rows.Select(row => new RowPlace(0, row))];
        var families = plan.HasKeys ? CellText.Of(batch.Column(Family)) : _ => null;
        return [.. plan.Out.Select(column => column.Merge is { } merge ? Merged(batch.Column(column.Place), rows, merge) : column.Fate switch
        {
            CellFate.Pseudonym => Pseudonyms(batch.Column(column.Place), rows),
            CellFate.Shifted => Shifted((Date32Array)batch.Column(column.Place), rows, families),
            CellFate.Interval => Intervals((Date32Array)batch.Column(column.Place), rows, (Date32Array)batch.Column(SampledOn)),
            _ => Gathering.Take([batch.Column(column.Place)], places),
        })];
    }

    private static IArrowArray Merged(IArrowArray source, IReadOnlyList<int> rows, RareMerge merge)
    {
        var cells = new short[rows.Count];
        if (source is DictionaryArray words)
        {
            var dictionary = (StringArray)words.Dictionary;
            string[] changed = [.. Enumerable.Range(0, dictionary.Length).Select(i => dictionary.GetString(i) is var word && i >= Cells.Reasons && merge.Rare.Contains(word) ? merge.Other : word)];
            var entries = ((Int16Array)words.Indices).Values;
            for (var i = 0; i < cells.Length; i++) cells[i] = entries[rows[i]];
            return Arrays.Dictionary(cells, Arrays.Strings(changed));
        }
        var codes = ((Int16Array)source).Values;
        var (rare, other) = (merge.Rare.Select(r => short.Parse(r, CultureInfo.InvariantCulture)).ToHashSet(), short.Parse(merge.Other, CultureInfo.InvariantCulture));
        for (var i = 0; i < cells.Length; i++) cells[i] = codes[rows[i]] is var code && DenseCode.IsCode(code) && rare.Contains(code) ? other : code;
        return Arrays.Int16(cells);
    }

    private IArrowArray Pseudonyms(IArrowArray source, IReadOnlyList<int> rows)
    {
        if (source is StringArray ids) return Arrays.Strings([.. rows.Select(row => ids.GetString(row) is { Length: > 0 } id ? Of(id) : "")]);
        var words = (DictionaryArray)source;
        var dictionary = (StringArray)words.Dictionary;
        string[] changed = [.. Enumerable.Range(0, dictionary.Length).Select(i => i < Cells.Reasons ? dictionary.GetString(i) : Of(dictionary.GetString(i)))];
        var entries = ((Int16Array)words.Indices).Values;
        var cells = new short[rows.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = entries[rows[i]];
        return Arrays.Dictionary(cells, Arrays.Strings(changed));
    }

    private Date32Array Shifted(Date32Array source, IReadOnlyList<int> rows, Func<int, string?> families)
    {
        var days = new int[rows.Count];
        for (var i = 0; i < days.Length; i++) days[i] = source.Values[rows[i]] is var day && Cells.IsMissingDay(day) ? day : day + secrets.DaysFor(families(rows[i])!);
        return Arrays.Days(days);
    }

    private static Int16Array Intervals(Date32Array source, IReadOnlyList<int> rows, Date32Array sampled)
    {
        var cells = new short[rows.Count];
        for (var i = 0; i < cells.Length; i++)
            cells[i] = source.Values[rows[i]] is var day && Cells.IsMissingDay(day) ? DenseCode.Of(Cells.ReasonOfDay(day)) : Cells.Dense(day - sampled.Values[rows[i]]);
        return Arrays.Int16(cells);
    }

    private string Of(string id)
    {
        if (!pseudonyms.TryGetValue(id, out var known)) pseudonyms.Add(id, known = secrets.Pseudonym(id));
        return known;
    }
}
