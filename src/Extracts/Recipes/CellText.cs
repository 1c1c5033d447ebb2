using System.Globalization;
using Apache.Arrow;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Recipes;

/// <summary>One cell of a column as a CSV file shows it.</summary>
public static class CellText
{
    /// <summary><c>null</c> where there is no value.</summary>
    public static Func<int, string?> Of(IArrowArray array) => Of(array, _ => null);

    /// <summary>The reason in brackets where there is no value.</summary>
    public static Func<int, string> WithReasons(IArrowArray array) => Of(array, reason => $"({reason.Words()})")!;

    private static Func<int, string?> Of(IArrowArray array, Func<MissingReason, string?> none) => array switch
    {
        Int16Array dense => row => dense.Values[row] is var cell && DenseCode.IsCode(cell) ? cell.ToString(CultureInfo.InvariantCulture) : none(DenseCode.ReasonOf(cell)),
        Date32Array days => row => days.Values[row] is var day && Cells.IsMissingDay(day) ? none(Cells.ReasonOfDay(day)) : Cells.DateOf(days.Values[row]).ToString("O", CultureInfo.InvariantCulture),
        StringArray ids => row => ids.GetString(row) is { Length: > 0 } id ? id : none(MissingReason.NotApplicable),
        DictionaryArray words => OfWords((Int16Array)words.Indices, (StringArray)words.Dictionary, none),
        _ => throw new InvalidDataException("A column is of a kind that no table has."),
    };

    private static Func<int, string?> OfWords(Int16Array entries, StringArray dictionary, Func<MissingReason, string?> none)
    {
        var words = new string?[dictionary.Length];
        for (var i = 0; i < words.Length; i++) words[i] = Cells.IsMissingWord(i) ? none((MissingReason)i) : dictionary.GetString(i);
        return row => words[entries.Values[row]];
    }
}
