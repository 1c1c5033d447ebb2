using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Files;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Extracts.Shortening;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Codebooks;

/// <summary>What a file holds: every variable with labels, values, missing codes and how often each occurs.</summary>
public sealed record Codebook(FileTable Table, FileChoice Choice, string FileName, long Rows, ImmutableArray<CodebookVariable> Variables, ShorteningReport Report)
{
    /// <summary>Looks over the rows once; nothing is kept of them but counts.</summary>
    public static async Task<Codebook> Of(FileTable table, IAsyncEnumerable<byte[]> messages, FileChoice choice, string fileName, CancellationToken cancellation = default)
    {
        var survey = new Survey(table.Columns, counts: true);
        await foreach (var message in messages.WithCancellation(cancellation))
        {
            using var batch = Ipc.ArrowIpc.Read(message);
            survey.See(batch);
        }
        return Of(table, survey, choice, fileName);
    }

    /// <param name="survey">With counts.</param>
    public static Codebook Of(FileTable table, Survey survey, FileChoice choice, string fileName)
    {
        var limits = choice.Format == FileFormat.Dta ? FormatLimits.Stata : choice.Format == FileFormat.Sav || choice.Format == FileFormat.Zsav ? FormatLimits.Spss : null;
        var labelled = limits is null ? null : LabelledTable.Of(table, choice.Codes, survey, limits);
        var variables = table.Columns.Select((column, i) => Variable(column, labelled?.Columns[i], survey.Columns[i], choice));
        return new(table, choice, fileName, survey.Rows, [.. variables], labelled?.Report ?? ShorteningReport.Nothing(choice.Format.Title));
    }

    private static CodebookVariable Variable(Column column, LabelledColumn? labelled, ColumnFacts facts, FileChoice choice)
    {
        var kind = LabelledColumn.KindOf(column);
        var numbers = labelled is not null;
        var real = Categories.Of(column).Select(c => new CodebookValue(numbers ? c.Code.ToString(CultureInfo.InvariantCulture) : c.Value, c.Label, facts.Counts?.GetValueOrDefault(c.Code), false));
        return new(labelled?.Name ?? column.Name, labelled?.Label ?? column.Label, column, kind, [.. real, .. MissingOf(kind, facts, choice)])
        {
            Valid = facts.Valid,
            Invalid = facts.AllMissing + facts.NotNumbers,
            Range = kind == CellKind.Text || column.IsListed || facts.Valid == 0 ? null : (Shown(kind, facts.Least), Shown(kind, facts.Most)),
        };
    }

    /// <summary>Texts in SPSS and Stata are blank where there is none, and a plain file's empty cell says no reason; everywhere else each code is listed.</summary>
    private static IEnumerable<CodebookValue> MissingOf(CellKind kind, ColumnFacts facts, FileChoice choice)
    {
        if (MissingText.IsBlank(kind, choice)) return [new("", "no value", facts.AllMissing, true)];
        return choice.Codes.All.SelectMany(code => choice.Missing == MissingStyle.Words && !MissingText.IsDeclared(choice)
            ? code.Reasons.Select(r => new CodebookValue(r.Name(), r.Words(), facts.Missing(r), true))
            : [new CodebookValue(MissingText.Of(code, choice), code.Label, code.Reasons.Sum(facts.Missing), true)]);
    }

    private static string Shown(CellKind kind, double value) =>
        kind == CellKind.Day ? Cells.DateOf((int)value).ToString("O", CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
}
