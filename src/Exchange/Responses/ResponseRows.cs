using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SosLongitudinal.Exchange.Tables;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Responses;

/// <summary>Takes the rows of one file, one after the other. A row's definition is the one in force on its own date.</summary>
internal sealed class ResponseRows(FileTable table, ResponseReading reading)
{
    private const string DefaultMode = nameof(FormMode.Paper);
    private readonly Dictionary<InstrumentDefinition, (ResponseColumns Columns, MissingCodes Missing)> known = new(ReferenceEqualityComparer.Instance);
    private readonly int dateAt = ((string[])["sos_completed_on", "completed_on", "sos_date", "date", "date_completed"])
        .Select(name => table.Header.ToList().FindIndex(h => ResponseColumns.Plain(h) == name)).First(at => at >= 0); // without one the header was refused
    private readonly TypedCells typed = new(table.IsDecimalComma);
    private readonly ImmutableArray<ResponseRow>.Builder rows = ImmutableArray.CreateBuilder<ResponseRow>();
    private readonly ImmutableArray<RowFault>.Builder faults = ImmutableArray.CreateBuilder<RowFault>();

    public int Count { get; private set; }

    /// <summary>A refusal only where the whole file cannot be taken.</summary>
    public Refusal? Take()
    {
        Count++;
        var row = table.Row;
        if (!table.IsWhole)
        {
            faults.Add(new(row, null, null, "import.row-length", string.Create(CultureInfo.InvariantCulture,
                $"The row has {table.Count} cells, the header has {table.Header.Length}. Most likely a cell holds what parts cells, a comma perhaps: put it in quotes.")));
            return null;
        }
        var header = table.Header;
        var day = table.Cell(dateAt).ToString();
        if (typed.Day(row, header[dateAt], day, out var sentence) is not { } completedOn)
        {
            faults.Add(RowFault.Cell(row, header[dateAt], day, "import.date", day.Length == 0 ? "Give the day on which the form was filled in, such as 2016-03-01 or 1/3/2016." : sentence));
            return null;
        }
        if (reading.InForce(completedOn) is not { } definition)
        {
            faults.Add(RowFault.Cell(row, header[dateAt], day, "import.no-version", "No version of the instrument was in force at this wave on that day."));
            return null;
        }
        if (!known.TryGetValue(definition, out var against))
        {
            against = (ResponseColumns.Of(definition, table.Header), MissingCodes.Of(definition, reading.Missing));
            known.Add(definition, against);
            if (against.Missing.Clash is { } clash) return ResponseRefusals.MissingCodes(clash);
            faults.AddRange(against.Columns.Faults);
        }
        if (against.Columns.Faults.IsEmpty) Read(row, completedOn, definition, against.Columns, against.Missing);
        return null;
    }

    public ResponseFile ToFile()
    {
        var doubtful = typed.Doubtful().ToList();
        var inDoubt = doubtful.Select(f => f.Row).ToHashSet();
        faults.AddRange(doubtful);
        return new(inDoubt.Count == 0 ? rows.DrainToImmutable() : [.. rows.Where(r => !inDoubt.Contains(r.Row))], faults.DrainToImmutable())
        {
            RowCount = Count,
            Notes = [.. table.Notes],
            ColumnsNotTaken = [.. known.Values.SelectMany(k => k.Columns.Ignored).Distinct()],
            ItemsNotInFile = [.. known.Values.SelectMany(k => k.Columns.Absent).Distinct()],
            MissingMet = [.. known.Values.SelectMany(k => k.Missing.Report())],
        };
    }

    private void Read(int row, DateOnly completedOn, InstrumentDefinition definition, ResponseColumns columns, MissingCodes missing)
    {
        var before = faults.Count;
        string Particular(string name) => columns.At(name) is >= 0 and var at ? table.Cell(at).ToString() : "";
        var modeText = Particular("mode");
        if (!Enum.TryParse<FormMode>((modeText.Length == 0 ? DefaultMode : modeText).Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var mode) || !Enum.IsDefined(mode))
            faults.Add(RowFault.Cell(row, "mode", modeText, "import.mode", "Must be paper, interview, telephone, online or case-file."));

        var answers = new Dictionary<string, string?>(columns.Items.Length);
        var content = new StringBuilder();
        foreach (var (at, cells) in columns.Items)
        {
            var cell = table.Cell(at);
            if (cell.IsEmpty) continue;
            answers[cells.Item.Name] = MissingIn(missing, cells.Item, cell) is { } reason ? reason.Name() : typed.Keyed(row, table.Header[at], cells, cell.ToString());
        }
        var held = AnswerRules.Check(definition, answers, FormMoment.On(completedOn));
        if (held is Decision<CheckedAnswers>.Refused(var why)) faults.AddRange(why.Faults.Select(f => Fault(row, columns, f)));
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

    private static MissingReason? MissingIn(MissingCodes missing, Item item, ReadOnlySpan<char> cell) =>
        missing.ReasonOf(item, cell) ?? (cell[^1] == '0' && item.Type != ItemType.Text && ItemCells.Whole(cell.ToString()) is var whole && whole.Length < cell.Length ? missing.ReasonOf(item, whole) : null);

    private RowFault Fault(int row, ResponseColumns columns, FieldFault fault)
    {
        var (at, cells) = columns.Items.FirstOrDefault(i => i.Cells.Item.Name == fault.Field);
        return cells is null
            ? new(row, fault.Field, null, "form.answers", fault.Sentence)
            : RowFault.Cell(row, table.Header[at], table.Cell(at).ToString(), "form.answers", fault.Sentence + TypedCells.Hint(cells.Item, table.Cell(at).ToString()));
    }
}
