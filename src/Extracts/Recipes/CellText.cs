using System.Globalization;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>One cell of a column as a CSV file shows it; <c>null</c> where there is no value.</summary>
internal static class CellText
{
    public static Func<int, string?> Of(IArrowArray array) => array switch
    {
        Int16Array dense => row => dense.Values[row] is var cell && DenseCode.IsCode(cell) ? cell.ToString(CultureInfo.InvariantCulture) : null,
        Date32Array days => row => Cells.IsMissingDay(days.Values[row]) ? null : Cells.DateOf(days.Values[row]).ToString("O", CultureInfo.InvariantCulture),
        StringArray ids => row => ids.GetString(row) is { Length: > 0 } id ? id : null,
        DictionaryArray words => OfWords((Int16Array)words.Indices, (StringArray)words.Dictionary),
        _ => throw new InvalidDataException("A column is of a kind that no table has."),
    };

    private static Func<int, string?> OfWords(Int16Array entries, StringArray dictionary)
    {
        var words = new string?[dictionary.Length];
        for (var i = Cells.Reasons; i < words.Length; i++) words[i] = dictionary.GetString(i);
        return row => words[entries.Values[row]];
    }
}
