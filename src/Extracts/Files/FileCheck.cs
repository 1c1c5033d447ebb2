using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Extracts.Columns;
using SosLongitudinal.Extracts.Missing;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Extracts.Files;

/// <summary>What must hold before a file is begun, so that it need not break off later.</summary>
public static class FileCheck
{
    /// <summary>No code may be something that a column can hold by its own declaration.</summary>
    public static Refusal? Declared(ImmutableArray<Column> columns, MissingCodes codes, bool wholeRange)
    {
        var forbidden = new ForbiddenNumbers(codes, wholeRange);
        foreach (var column in columns)
        {
            foreach (var category in Categories.Of(column))
                if (forbidden.Has(category.Code)) return Refused(column, category.Code, codes);
            if (column is { Type: ColumnType.Count, Least: { } least, Most: { } most })
                foreach (var code in codes.All)
                    if (code.Code >= least && code.Code <= most) return Refused(column, code.Code, codes);
        }
        return null;
    }

    /// <summary>No code may be something that a column was seen to hold.</summary>
    public static Refusal? Seen(ImmutableArray<Column> columns, Survey survey, MissingCodes codes)
    {
        for (var i = 0; i < columns.Length; i++)
            if (survey.Columns[i].Collision is { } value) return Refused(columns[i], value, codes);
        return null;
    }

    private static Refusal Refused(Column column, double value, MissingCodes codes) => codes.All.FirstOrDefault(c => c.Code == value) is { } code
        ? MissingRefusals.Collides(column.Name, code.Code, code.Label)
        : MissingRefusals.WithinRange(column.Name, value.ToString(CultureInfo.InvariantCulture), codes.Least, codes.Most);

    /// <summary>A text within what the format holds, and without a character zero.</summary>
    public static Refusal? Texts(ImmutableArray<Column> columns, Survey survey, string format, int most)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            if (survey.Columns[i].LongestText > most) return FileRefusals.TextTooLong(columns[i].Name, survey.Columns[i].LongestText, format, most);
            if (survey.Columns[i].HasZero) return FileRefusals.ZeroInText(columns[i].Name, format);
        }
        return null;
    }
}
