using System.Globalization;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>How an instrument's items become columns. Free text stays out: it can hold names.</summary>
internal static class ItemColumns
{
    public static bool IsDense(InstrumentDefinition instrument, Item item) => item.Type switch
    {
        ItemType.Code => instrument.ChoicesOf(item).All(c => DenseCode.Fits(c.Code)),
        ItemType.Number => !item.Decimals && item is { Min: >= DenseCode.Least, Max: <= DenseCode.Most },
        _ => false,
    };

    public static Column Column(InstrumentDefinition instrument, Item item) =>
        new(item.Name, item.Label ?? $"Item {item.Number} ({item.Name})", item.Type == ItemType.Number ? ColumnType.Count : ColumnType.Code)
        {
            Values = [.. instrument.ChoicesOf(item).Where(c => c.Label is not null).Select(c => new ValueLabel(c.Code.ToString(CultureInfo.InvariantCulture), c.Label!))],
        };

    /// <summary>Items that take more than two bytes: dates, times, rankings, decimals, and one column for each choice of "select all that apply".</summary>
    public static IEnumerable<ColumnSpec<FormReading>> Wider(IEnumerable<InstrumentDefinition> instruments)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var instrument in instruments)
            foreach (var item in instrument.Items)
                if (!IsDense(instrument, item) && item.Type is not (ItemType.Text or ItemType.Note) && seen.Add(item.Name))
                    foreach (var spec in Wider(instrument, item)) yield return spec;
    }

    private static IEnumerable<ColumnSpec<FormReading>> Wider(InstrumentDefinition instrument, Item item)
    {
        var label = item.Label ?? $"Item {item.Number} ({item.Name})";
        return item.Type switch
        {
            ItemType.Codes => instrument.ChoicesOf(item).Select(choice =>
                Spec.YesNo<FormReading>($"{item.Name}_{choice.Code}", $"{label}: {choice.Label ?? $"{choice.Code}"}", form => Ticked(AnswerOf(form, item), choice.Code))),
            ItemType.Date => [Spec.Date<FormReading>(item.Name, label, form => AnswerOf(form, item) is Answer.Date date ? Cells.Day(date.Value) : Cells.Day(ReasonOf(AnswerOf(form, item))))],
            ItemType.Time or ItemType.DateTime or ItemType.Ranking or ItemType.Computed => [Spec.Text<FormReading>(item.Name, label, form => Text(AnswerOf(form, item)))],
            _ => [Spec.Decimal<FormReading>(new(item.Name, label, ColumnType.Decimal), form => Number(AnswerOf(form, item)))],
        };
    }

    private static Answer AnswerOf(FormReading form, Item item) => form.Form is { } filled ? filled.Answers[item.Name] : Answer.Of(form.Missing);

    private static MissingReason ReasonOf(Answer answer) => answer is Answer.Missing missing ? missing.Reason : MissingReason.Illegible;

    private static short Ticked(Answer answer, int choice) => answer is Answer.Codes codes ? Cells.Dense(codes.Values.Contains(choice)) : Cells.Dense(ReasonOf(answer));

    private static TextCell Text(Answer answer) => answer is Answer.Missing missing ? missing.Reason : answer.AsText();

    private static TextCell Number(Answer answer) => answer switch
    {
        Answer.Code whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        Answer.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => ReasonOf(answer),
    };
}
