using System.Runtime.CompilerServices;
using Apache.Arrow;
using SosLongitudinal.Extracts.Ipc;
using SosLongitudinal.Extracts.Recipes;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>The table's messages as rows of texts, one family's after the other's. Memory holds the rows of one family.</summary>
public sealed class RedcapRecords
{
    private readonly RedcapQuery query;
    private readonly RedcapCell[] shown;
    private readonly Dictionary<string, int> places;
    private readonly Dictionary<RedcapColumn, RedcapCell> raw = [];

    public RedcapRecords(RedcapQuery query)
    {
        this.query = query;
        places = query.Sources.Select((source, i) => (source, i)).ToDictionary(p => p.source, p => p.i, StringComparer.Ordinal);
        shown = [.. query.Columns.Select(c => new RedcapCell(c.Field, c.Column, query.Ask.Labels, query.Ask.BoxLabels))];
        foreach (var field in query.Filter?.Fields ?? []) foreach (var column in field.Columns) raw[column] = new(field, column, false, false);
    }

    /// <summary>In the order of <see cref="RedcapQuery.Header"/>.</summary>
    public async IAsyncEnumerable<string[]> Rows(IAsyncEnumerable<byte[]> messages, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var family = new List<Read>();
        await foreach (var message in messages.WithCancellation(cancellation))
        {
            using var batch = ArrowIpc.Read(message);
            var cells = query.Sources.Select(s => Cell(batch, s)).ToArray();
            Func<int, string?>[] frame = [.. query.Project.Dataset.Columns.Take(5).Select(c => Cell(batch, c.Name))];
            for (var row = 0; row < batch.Length; row++)
            {
                var read = new Read(frame[0](row)!, int.Parse(frame[1](row)!, System.Globalization.CultureInfo.InvariantCulture), frame[2](row) ?? "", frame[3](row) ?? "", frame[4](row) ?? "", [.. cells.Select(c => c(row))]);
                if (family.Count > 0 && family[0].Record != read.Record)
                {
                    foreach (var done in Fitting(family)) yield return done;
                    family.Clear();
                }
                family.Add(read);
            }
        }
        foreach (var done in Fitting(family)) yield return done;
    }

    private IEnumerable<string[]> Fitting(List<Read> family) => family
        .Where(r => query.Events.Contains(query.Project.Events[r.Wave]) && (r.Form.Length == 0 ? query.ShowsBase : query.Shown.Contains(r.Form)))
        .Where(r => query.Filter is not { } filter || filter.Fits(new View(this, family, r)))
        .Select(Out);

    private string[] Out(Read row)
    {
        var labels = query.Ask.Labels;
        var (wave, form) = (query.Project.Events[row.Wave], row.Form.Length == 0 ? null : query.Project.Forms.First(f => f.Name == row.Form));
        return
        [
            row.Record, labels ? wave.Name : wave.Unique, form is null ? "" : labels ? form.Label : form.Name, row.Instance, .. query.Ask.Groups ? [RedcapNames.Clean(row.Group)] : (string[])[],
            .. shown.Select(cell => IsOf(cell.Field, row) ? cell.Text(row.Cells[places[cell.Column.Source]]) : ""),
        ];
    }

    /// <summary>What is known of the family stands at the first event, the interview at each, and a form's answers in its own rows.</summary>
    private static bool IsOf(RedcapField field, Read row) => field.Form switch
    {
        RedcapProject.FamilyForm => row is { Wave: 0, Form: "" },
        RedcapProject.InterviewForm => row.Form.Length == 0,
        var form => row.Form == form,
    };

    private static Func<int, string?> Cell(RecordBatch batch, string column) => CellText.Of(batch.Column(batch.Schema.GetFieldIndex(column)));

    private sealed record Read(string Record, int Wave, string Form, string Instance, string Group, string?[] Cells);

    private sealed class View(RedcapRecords of, List<Read> family, Read row) : IRedcapView
    {
        public string Record => row.Record;

        public string Raw(RedcapField field, RedcapColumn column, int? wave)
        {
            var isOfBase = field.Form is RedcapProject.FamilyForm or RedcapProject.InterviewForm;
            var from = isOfBase ? family.Find(r => r.Form.Length == 0 && r.Wave == (wave ?? row.Wave)) : row;
            return from is not null && IsOf(field, from) ? of.raw[column].Text(from.Cells[of.places[column.Source]]) : "";
        }
    }
}

/// <summary>How a column's cells are written.</summary>
internal sealed class RedcapCell(RedcapField of, RedcapColumn column, bool labels, bool boxLabels)
{
    private readonly Dictionary<string, string> words = column.Choice is not null ? [] : of.Choices.ToDictionary(c => c.Cell, c => labels ? c.Label : c.Code, StringComparer.Ordinal);

    public RedcapField Field => of;

    public RedcapColumn Column => column;

    public string Text(string? cell) => cell is null ? ""
        : column.Choice is { } box ? !labels ? cell : boxLabels ? cell == "1" ? box.Label : "" : cell == "1" ? "Checked" : "Unchecked"
        : words.TryGetValue(cell, out var word) ? word
        : of.Validation == "datetime_ymd" ? cell.Replace('T', ' ') : cell;
}
