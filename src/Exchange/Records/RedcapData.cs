using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Exchange.Dictionaries;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Records;

/// <summary>The records of a project: row by row, form by form, every cell accounted for.</summary>
internal sealed class RedcapData(ImmutableArray<RedcapEvent> events, DictionaryReading forms, RedcapTerms terms)
{
    private const string EventColumn = "redcap_event_name";
    private const string InstanceColumn = "redcap_repeat_instance";

    private readonly List<RowFault> faults = [];
    private readonly Dictionary<string, int> notTaken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RedcapEvent> known = events.ToDictionary(e => e.Unique, StringComparer.Ordinal);
    private int all, empty, inForms, atFault, faultyForms;

    public Decision<RedcapProject> Read(Grid grid)
    {
        if (grid.Sheets.FirstOrDefault(s => s.Rows.Length > 1) is not { } sheet) return RedcapRefusals.NoData;
        var header = sheet.Rows[0].Cells;
        var (idAt, eventAt, instanceAt) = (RedcapEvents.Column(sheet, forms.RecordId), RedcapEvents.Column(sheet, EventColumn), RedcapEvents.Column(sheet, InstanceColumn));
        if (idAt < 0) return RedcapRefusals.NoColumn("data", forms.RecordId);
        if (eventAt >= 0 && events.IsEmpty) return RedcapRefusals.NoEvents();
        var columns = RedcapColumn.All(header, forms, terms.WithIdentifiers).Where(c => !c.IsFrame).ToList();
        var reading = new RedcapRowReading(columns, forms.Definitions);
        var days = new RedcapDays(sheet, terms, idAt);
        var records = new Dictionary<string, (int Arm, BirthMonth? Birth, List<RedcapForm> Forms)>(StringComparer.Ordinal);
        foreach (var row in sheet.Rows.Skip(1))
        {
            var filled = reading.Cells(row);
            all += columns.Count;
            empty += filled.Empty;
            foreach (var (why, count) in filled.NotTaken) Miss(why, count);
            var name = eventAt < 0 ? "" : row[eventAt];
            if (Fault(row, row[idAt], name, eventAt, instanceAt) is { } fault)
            {
                faults.Add(fault);
                atFault += filled.Forms.Sum(f => f.Cells);
                continue;
            }
            if (!records.TryGetValue(row[idAt], out var record)) records[row[idAt]] = record = (eventAt < 0 ? 1 : known[name].Arm, days.Birth(row[idAt]), []);
            foreach (var form in filled.Forms) Take(row, name, form, days, row[idAt], record.Forms);
        }
        return new RedcapProject(
            events, forms.Definitions, [.. records.Select(r => new RedcapRecord(r.Key, r.Value.Arm, r.Value.Birth, [.. r.Value.Forms]))], [.. faults],
            new(all, empty, inForms, atFault, notTaken.ToImmutableSortedDictionary(StringComparer.Ordinal)), [.. forms.Notes, .. grid.Notes])
        {
            Rows = sheet.Rows.Length - 1,
            FaultyForms = faultyForms,
        };
    }

    private RowFault? Fault(SheetRow row, string id, string name, int eventAt, int instanceAt) =>
        id.Length is 0 or > 80 ? new(row.Number, forms.RecordId, id, "redcap.record-id", "A row needs a record's id of at most 80 characters.")
        : eventAt >= 0 && !known.ContainsKey(name) ? new(row.Number, EventColumn, name, "redcap.event", "The event file does not have this event.")
        : instanceAt >= 0 && row[instanceAt].Length > 0 ? new(row.Number, InstanceColumn, row[instanceAt], "redcap.repeat", "Repeated forms and events are not taken: a form has one place at a wave.")
        : null;

    private void Take(SheetRow row, string name, RowForm form, RedcapDays days, string record, List<RedcapForm> taken)
    {
        var on = days.Of(row, record);
        var held = on is { } day ? form.Check(day) : days.NoDay(form.Instrument, row);
        switch (held)
        {
            case Decision<Study.Instruments.CheckedAnswers>.Accepted(var answers):
                inForms += form.Cells;
                taken.Add(new(row.Number, name, form.Instrument, on!.Value, answers.Answers, answers.Aside, form.Content(on.Value), form.Cells));
                break;
            case Decision<Study.Instruments.CheckedAnswers>.Refused(var why):
                atFault += form.Cells;
                faultyForms++;
                faults.AddRange(why.Faults.DefaultIfEmpty(new("", why.Sentence)).Select(f => RowFault.Cell(row.Number, f.Field.Length == 0 ? form.Instrument.Id.Text : f.Field, form.TextOf(f.Field), why.Code, f.Sentence)));
                break;
        }
    }

    private void Miss(string why, int count) => notTaken[why] = notTaken.GetValueOrDefault(why) + count;
}

/// <summary>On which day forms were filled in, and when a record's subject was born.</summary>
internal sealed class RedcapDays
{
    private readonly int[] dateAt;
    private readonly RedcapTerms terms;
    private readonly Dictionary<string, DateOnly> first = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BirthMonth> births = new(StringComparer.Ordinal);

    public RedcapDays(Sheet data, RedcapTerms terms, int idAt)
    {
        this.terms = terms;
        dateAt = [.. terms.DateFields.Select(f => RedcapEvents.Column(data, f)).Where(at => at >= 0)];
        var birthAt = terms.BirthField is { } birth ? RedcapEvents.Column(data, birth) : -1;
        foreach (var row in data.Rows.Skip(1))
        {
            if (InRow(row) is { } day) first.TryAdd(row[idAt], day);
            if (birthAt >= 0 && Day(row[birthAt]) is { } born) births.TryAdd(row[idAt], new(born.Year, born.Month));
        }
    }

    public DateOnly? Of(SheetRow row, string record) => InRow(row) ?? (first.TryGetValue(record, out var day) ? day : terms.Date);

    public BirthMonth? Birth(string record) => births.TryGetValue(record, out var month) ? month : null;

    public Decision<Study.Instruments.CheckedAnswers> NoDay(Study.Instruments.InstrumentDefinition instrument, SheetRow row) => dateAt.Select(at => row[at]).FirstOrDefault(text => text.Length > 0) is { } other
        ? new Refusal("redcap.day", $"'{other}' is not a day as REDCap exports it (2016-03-01). Export the records again, raw data as CSV, and do not save the file from a spreadsheet.")
        : new Refusal("redcap.no-day", $"Nothing says when {instrument.Id} was filled in{(terms.DateFields.IsEmpty ? "" : $": {string.Join(", ", terms.DateFields)} are empty in this record")}. Name a field that does, or give one day for all.");

    private DateOnly? InRow(SheetRow row) => dateAt.Select(at => Day(row[at])).FirstOrDefault(d => d is not null);

    /// <summary>Raw exports give dates as year, month, day, whatever the field's own format.</summary>
    private static DateOnly? Day(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
