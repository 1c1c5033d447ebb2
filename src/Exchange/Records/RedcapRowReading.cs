using System.Globalization;
using System.Text;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Records;

/// <summary>What one row of the data holds: the forms that were filled in, and the cells that belong to none.</summary>
internal sealed record RowCells(IReadOnlyList<RowForm> Forms, int Empty, IReadOnlyList<(string Why, int Count)> NotTaken);

/// <summary>One row's cells by form.</summary>
internal sealed class RedcapRowReading(List<RedcapColumn> columns, IEnumerable<InstrumentDefinition> definitions)
{
    private const string OnlyUnticked = "a box left unticked on a form that was not filled in";

    private readonly List<(InstrumentDefinition Of, List<RedcapColumn> Columns)> byForm = [.. definitions.Select(d => (d, columns.Where(c => c.NotTaken is null && ReferenceEquals(c.Of, d)).ToList()))];

    public RowCells Cells(SheetRow row)
    {
        var notTaken = columns.Where(c => c.NotTaken is not null && row[c.At].Length > 0).GroupBy(c => c.NotTaken!).Select(g => (g.Key, g.Count())).ToList();
        var forms = new List<RowForm>();
        foreach (var (of, cells) in byForm)
        {
            var given = cells.Where(c => row[c.At].Length > 0).ToList();
            if (given.Count == 0) continue;
            if (given.TrueForAll(c => c.Box is not null && row[c.At] == "0")) notTaken.Add((OnlyUnticked, given.Count));
            else forms.Add(new(of, given, row));
        }
        return new(forms, columns.Count(c => row[c.At].Length == 0), notTaken);
    }
}

/// <summary>A form of a row before it is held against its definition.</summary>
internal sealed class RowForm(InstrumentDefinition instrument, List<RedcapColumn> given, SheetRow row)
{
    public InstrumentDefinition Instrument => instrument;

    public int Cells => given.Count;

    public Decision<CheckedAnswers> Check(DateOnly on)
    {
        var answers = new Dictionary<string, Answer>(StringComparer.Ordinal);
        var faults = new List<FieldFault>();
        foreach (var column in given.Where(c => c.Box is null))
        {
            var item = column.Cells!.Item;
            var keyed = column.Cells.Keyed(item.Type switch
            {
                ItemType.DateTime => row[column.At].Replace(' ', 'T'),
                ItemType.Number => row[column.At].Replace(',', '.'), // fields with a decimal comma are exported with it, thousands are never parted
                _ => row[column.At],
            });
            if (AnswerReading.Of(item, keyed) is { } answer) answers[item.Name] = answer;
            else faults.Add(AnswerRefusals.NotAllowed(item, AllowedAnswers.Words(instrument, item)));
        }
        foreach (var boxes in given.Where(c => c.Box is not null).GroupBy(c => c.Cells!.Item.Name))
        {
            var ticked = boxes.Where(b => row[b.At] != "0").Select(b => (b.Box, Keyed: b.Cells!.Keyed(b.Box!))).ToList();
            if (ticked.TrueForAll(b => int.TryParse(b.Keyed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))) answers[boxes.Key] = Answer.Of(ticked.Select(b => int.Parse(b.Keyed, CultureInfo.InvariantCulture)));
            else faults.Add(AnswerRefusals.NotAllowed(boxes.First().Cells!.Item, AllowedAnswers.Words(instrument, boxes.First().Cells!.Item)));
        }
        return faults.Count > 0 ? AnswerRefusals.Faulty(instrument, [.. faults]) : AnswerRules.Check(instrument, answers, FormMoment.On(on));
    }

    /// <summary>What the form says, whatever the order of the columns.</summary>
    public string Content(DateOnly on)
    {
        var text = new StringBuilder();
        foreach (var column in given.OrderBy(c => c.Heading, StringComparer.Ordinal)) text.Append(column.Heading).Append('=').Append(row[column.At]).Append('\n');
        return text.Append(CultureInfo.InvariantCulture, $"{on:O}").ToString();
    }

    public string TextOf(string item) => given.Find(c => c.Cells!.Item.Name == item) is { } column ? row[column.At] : "";
}
