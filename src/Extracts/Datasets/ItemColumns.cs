using System.Globalization;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Extracts.Reading;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Datasets;

/// <summary>How an instrument's items become columns. Free text, and what is marked as telling who somebody is, stays out: it can hold names.</summary>
internal static class ItemColumns
{
    /// <summary>Whether every version's answers fit in two bytes.</summary>
    public static bool IsDense(MergedItem item) => !item.Item.Identifies && item.Sources.All(s => IsDense(s.Version, s.Item));

    private static bool IsDense(InstrumentDefinition instrument, Item item) => item.Type switch
    {
        ItemType.Code => instrument.ChoicesOf(item).All(c => DenseCode.Fits(c.Code)),
        ItemType.Number => !item.Decimals && item is { Min: >= DenseCode.Least, Max: <= DenseCode.Most },
        _ => false,
    };

    /// <summary>A column of its own for some versions says which.</summary>
    public static string Label(MergedItem merged) =>
        (merged.Item.Label ?? $"Item {merged.Item.Number} ({merged.Item.Name})") + (merged.Name.StartsWith(merged.Item.Name + "_", StringComparison.Ordinal) ? $" ({merged.Name[(merged.Item.Name.Length + 1)..].TrimEnd('_')})" : "");

    public static Column Column(InstrumentDefinition instrument, Item item) =>
        new(item.Name, item.Label ?? $"Item {item.Number} ({item.Name})", item.Type == ItemType.Number ? ColumnType.Count : ColumnType.Code)
        {
            Values = [.. instrument.ChoicesOf(item).Where(c => c.Label is not null).Select(c => new ValueLabel(c.Code.ToString(CultureInfo.InvariantCulture), c.Label!))],
            Least = item.Type == ItemType.Number ? (int?)item.Min : instrument.ChoicesOf(item).Select(c => (int?)c.Code).Min(),
            Most = item.Type == ItemType.Number ? (int?)item.Max : instrument.ChoicesOf(item).Select(c => (int?)c.Code).Max(),
        };

    /// <summary>Items that take more than two bytes: dates, decimals, times, rankings, computed numbers, and one column for each choice of "select all that apply".</summary>
    public static IEnumerable<ColumnSpec<FormReading>> Wider(MergedForms forms)
    {
        foreach (var item in forms.Items)
            if (!IsDense(item) && !item.Item.Identifies && item.Item.Type is not (ItemType.Text or ItemType.Note))
                foreach (var spec in Wider(item)) yield return spec with { Column = spec.Column with { Feeds = forms.FeedsOf(item) } };
    }

    private static IEnumerable<ColumnSpec<FormReading>> Wider(MergedItem merged)
    {
        var (item, answers) = (merged.Item, new MergedAnswers(merged));
        var label = Label(merged);
        return item.Type switch
        {
            ItemType.Codes => merged.Of.ChoicesOf(item).Select(choice =>
                Spec.YesNo<FormReading>($"{merged.Name}_{choice.Code}", $"{label}: {choice.Label ?? $"{choice.Code}"}", form => answers.Ticked(form, choice.Code))),
            ItemType.Date => [Spec.Date<FormReading>(merged.Name, label, form => answers.Of(form) is Answer.Date date ? Cells.Day(date.Value) : Cells.Day(ReasonOf(answers.Of(form))))],
            ItemType.Time or ItemType.DateTime or ItemType.Ranking =>
                [Spec.Text<FormReading>(merged.Name, label, form => answers.Of(form) is Answer.Text text ? text.Value : ReasonOf(answers.Of(form)))],
            _ => [Spec.Decimal<FormReading>(new(merged.Name, label, ColumnType.Decimal), form => Number(answers.Of(form)))],
        };
    }

    internal static MissingReason ReasonOf(Answer answer) => answer is Answer.Missing missing ? missing.Reason : MissingReason.Illegible;

    private static TextCell Number(Answer answer) => answer switch
    {
        Answer.Code whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        Answer.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
        _ => ReasonOf(answer),
    };
}
