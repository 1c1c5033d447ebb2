using System.Collections.Immutable;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Extracts.Shortening;

namespace SosLongitudinal.Extracts.Files;

/// <summary>How a column lies in a format that knows numbers, dates and texts.</summary>
public enum CellKind { Whole = 0, Decimal = 1, Day = 2, Text = 3 }

/// <summary>A column with name and label as the format takes them.</summary>
public sealed record LabelledColumn(Column Column, CellKind Kind, string Name, string Label, ColumnFacts Facts)
{
    public bool IsText => Kind == CellKind.Text;

    public static CellKind KindOf(Column column) => column.Type switch
    {
        ColumnType.Code or ColumnType.Count => CellKind.Whole,
        ColumnType.Text when column.IsListed => CellKind.Whole,
        ColumnType.Decimal => CellKind.Decimal,
        ColumnType.Date => CellKind.Day,
        _ => CellKind.Text,
    };
}

/// <summary>Labels of real values and of missing codes that one or many columns share. Dates have none: R would take a labelled date for a number.</summary>
/// <param name="Missing">One label for each of the frame's codes, in its order.</param>
/// <param name="Columns">Places of the columns.</param>
public sealed record ValueSet(ImmutableArray<(int Code, string Label)> Real, ImmutableArray<string> Missing, ImmutableArray<int> Columns);

/// <summary>A table made ready for a format with labels and limits: nothing in it is too long any more, and the report says what was.</summary>
public sealed record LabelledTable(FileTable Table, string Title, MissingCodes Missing, long Rows, ImmutableArray<LabelledColumn> Columns, ImmutableArray<ValueSet> Sets, ShorteningReport Report)
{
    public static LabelledTable Of(FileTable table, MissingCodes missing, Survey survey, FormatLimits limits)
    {
        var shortener = new Shortener(limits);
        var names = shortener.Names([.. table.Columns.Select(c => c.Name)]);
        var labels = shortener.Labels(Shortened.Label, [.. table.Columns.Select(c => (c.Name, c.Label))]);
        var title = shortener.Labels(Shortened.Title, [("", table.Title)])[0];
        var columns = table.Columns.Select((c, i) => new LabelledColumn(c, LabelledColumn.KindOf(c), names[i], labels[i], survey.Columns[i])).ToImmutableArray();
        var sets = columns.Select((c, i) => (Column: c, Place: i)).Where(c => c.Column.Kind is CellKind.Whole or CellKind.Decimal)
            .GroupBy(c => string.Join('\n', Categories.Of(c.Column.Column).Select(v => $"{v.Code}\t{v.Label}")))
            .Select(g => SetOf([.. g.Select(c => c.Place)], g.First().Column.Column, missing, shortener)).ToImmutableArray();
        foreach (var (column, facts) in table.Columns.Zip(survey.Columns))
            if (facts.EndsWithSpace && limits == FormatLimits.Spss) shortener.Note(column.Name, "texts that end with spaces", "the same without these spaces", "SPSS pads texts with spaces");
        return new(table, title, missing, survey.Rows, columns, sets, shortener.Report);
    }

    private static ValueSet SetOf(ImmutableArray<int> places, Column first, MissingCodes missing, Shortener shortener)
    {
        var real = Categories.Of(first);
        var labels = shortener.Labels(Shortened.ValueLabel, [.. real.Select(c => (first.Name, c.Label)), .. missing.All.Select(m => (first.Name, m.Label))]);
        return new([.. real.Select((c, i) => (c.Code, labels[i]))], [.. labels.Skip(real.Length)], places);
    }
}
