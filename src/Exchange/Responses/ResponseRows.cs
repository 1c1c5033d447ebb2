using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using Sylvan.Data.Csv;

namespace SosLongitudinal.Exchange.Responses;

/// <summary>Takes the rows of one file, one after the other. A row's definition is the one in force on its own date.</summary>
internal sealed class ResponseRows(List<string> header, ResponseReading reading)
{
    private const string DefaultMode = nameof(FormMode.Paper);
    private readonly Dictionary<InstrumentDefinition, (ResponseColumns Columns, MissingCodes Missing)> known = new(ReferenceEqualityComparer.Instance);
    private readonly int dateAt = ((string[])["sos_completed_on", "completed_on", "sos_date", "date"])
        .Select(name => header.FindIndex(h => h.Trim().Equals(name, StringComparison.OrdinalIgnoreCase))).First(at => at >= 0); // without one the header was refused
    private readonly ImmutableArray<ResponseRow>.Builder rows = ImmutableArray.CreateBuilder<ResponseRow>();
    private readonly ImmutableArray<RowFault>.Builder faults = ImmutableArray.CreateBuilder<RowFault>();

    public int Count { get; private set; }

    /// <summary>A refusal only where the whole file cannot be taken.</summary>
    public Refusal? Take(CsvDataReader csv)
    {
        if (csv.RowFieldCount == 1 && header.Count > 1 && csv.GetFieldSpan(0).IsEmpty) return null; // an empty line
        Count++;
        var row = csv.RowNumber + 1;
        if (csv.RowFieldCount != header.Count)
        {
            faults.Add(new(row, null, null, "import.row-length", string.Create(CultureInfo.InvariantCulture, $"The row has {csv.RowFieldCount} fields, the header has {header.Count}.")));
            return null;
        }
        var day = csv.GetFieldSpan(dateAt).Trim().ToString();
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var completedOn))
        {
            faults.Add(RowFault.Cell(row, header[dateAt], day, "import.date", "Must be the day on which the form was filled in, such as 2016-03-01."));
            return null;
        }
        if (reading.InForce(completedOn) is not { } definition)
        {
            faults.Add(RowFault.Cell(row, header[dateAt], day, "import.no-version", "No version of the instrument was in force at this wave on that day."));
            return null;
        }
        if (!known.TryGetValue(definition, out var against))
        {
            against = (ResponseColumns.Of(definition, header), MissingCodes.Of(definition, reading.Missing));
            known.Add(definition, against);
            if (against.Missing.Clash is { } clash) return ResponseRefusals.MissingCodes(clash);
            faults.AddRange(against.Columns.Faults);
        }
        if (against.Columns.Faults.IsEmpty) Read(csv, row, completedOn, definition, against.Columns, against.Missing);
        return null;
    }

    public ResponseFile ToFile() => new(rows.DrainToImmutable(), faults.DrainToImmutable())
    {
        RowCount = Count,
        ColumnsNotTaken = [.. known.Values.SelectMany(k => k.Columns.Ignored).Distinct()],
        ItemsNotInFile = [.. known.Values.SelectMany(k => k.Columns.Absent).Distinct()],
        MissingMet = [.. known.Values.SelectMany(k => k.Missing.Report())],
    };

    private void Read(CsvDataReader csv, int row, DateOnly completedOn, InstrumentDefinition definition, ResponseColumns columns, MissingCodes missing)
    {
        var before = faults.Count;
        string Particular(string name) => columns.At(name) is >= 0 and var at ? csv.GetFieldSpan(at).Trim().ToString() : "";
        var modeText = Particular("mode");
        if (!Enum.TryParse<FormMode>((modeText.Length == 0 ? DefaultMode : modeText).Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode) || !Enum.IsDefined(mode))
            faults.Add(RowFault.Cell(row, "mode", modeText, "import.mode", "Must be paper, interview, telephone, online or case-file."));

        var answers = new Dictionary<string, string?>(columns.Items.Length);
        var content = new StringBuilder();
        foreach (var (at, cells) in columns.Items)
        {
            var cell = csv.GetFieldSpan(at).Trim();
            if (cell.IsEmpty) continue;
            var keyed = missing.ReasonOf(cells.Item, cell) is { } reason ? reason.Name() : cells.Keyed(cell.ToString());
            answers[cells.Item.Name] = keyed;
        }
        var held = AnswerRules.Check(definition, answers, FormMoment.On(completedOn));
        if (held is Decision<CheckedAnswers>.Refused(var why)) faults.AddRange(why.Faults.Select(f => Fault(csv, row, columns, f)));
        if (faults.Count > before) return;

        var language = Particular("language") is { Length: > 0 } said ? said : definition.Language;
        var reasonText = Particular("reason") is { Length: > 0 } given ? given : reading.Reason ?? "";
        foreach (var (name, answer) in answers.OrderBy(a => a.Key, StringComparer.Ordinal)) content.Append(name).Append('=').Append(answer).Append('\n');
        content.Append(CultureInfo.InvariantCulture, $"{completedOn:O}\n{mode}\n{language}\n{reasonText}");
        var kept = ((Decision<CheckedAnswers>.Accepted)held).Value;
        rows.Add(new(row, Particular("id") is { Length: > 0 } id ? id : Particular("family"), Particular("serial"), Particular("site"), Particular("respondent"), completedOn, mode, language, reasonText, definition, kept.Answers)
        {
            Aside = kept.Aside,
            Content = content.ToString(),
        });
    }

    private RowFault Fault(CsvDataReader csv, int row, ResponseColumns columns, FieldFault fault)
    {
        var at = columns.Items.Where(i => i.Cells.Item.Name == fault.Field).Select(i => i.At).DefaultIfEmpty(-1).First();
        return at < 0 ? new(row, fault.Field, null, "form.answers", fault.Sentence) : RowFault.Cell(row, header[at].Trim(), csv.GetFieldSpan(at).Trim().ToString(), "form.answers", fault.Sentence);
    }
}
