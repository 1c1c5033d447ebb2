using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Exchange.Responses;
using SosLongitudinal.Exchange.Tables;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Lists;

/// <summary>The cells of the row at hand, by column. What cannot be read is a fault of the row; values that tell who somebody is are not repeated in it.</summary>
internal sealed class ListCells(ImmutableArray<ListColumn> columns, List<string> header, FileTable table, ImmutableArray<RowFault>.Builder faults)
{
    private const int LongestCell = 500;
    private readonly Dictionary<string, int> at = columns.ToDictionary(c => c.Name, c => header.IndexOf(c.Name), StringComparer.Ordinal);
    private readonly HashSet<string> who = [.. columns.Where(c => c.TellsWho).Select(c => c.Name)];

    /// <summary>As a spreadsheet counts: the header is row 1.</summary>
    public int Row => table.Row;

    /// <summary>Whether the row has as many fields as the header, and none too long; else it is at fault.</summary>
    public bool IsWhole
    {
        get
        {
            if (!table.IsWhole)
            {
                faults.Add(new(Row, null, null, "import.row-length", string.Create(CultureInfo.InvariantCulture, $"The row has {table.Count} cells, the header has {header.Count}. Most likely a cell holds what parts cells, a comma perhaps: put it in quotes.")));
                return false;
            }
            for (var i = 0; i < header.Count; i++)
            {
                if (table.Cell(i).Length <= LongestCell) continue;
                faults.Add(new(Row, header[i], null, "import.cell-too-long", string.Create(CultureInfo.InvariantCulture, $"At most {LongestCell} characters.")));
                return false;
            }
            return true;
        }
    }

    public static string Heading(string typed) => typed.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_');

    public string Text(string column) => at[column] is >= 0 and var i ? table.Cell(i).ToString() : "";

    /// <summary>Refused where it is empty.</summary>
    public string Needed(string column)
    {
        var text = Text(column);
        if (text.Length == 0) Fault(column, "import.empty-cell", "Must not be empty.");
        return text;
    }

    public ImmutableArray<string> Texts(string column) => [.. Text(column).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public DateOnly? Day(string column)
    {
        if (Text(column) is not { Length: > 0 } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2200) return day;
        Fault(column, "import.day", "Must be a day, such as 2016-03-09.");
        return null;
    }

    public PartialDate? Date(string column)
    {
        if (Text(column) is not { Length: > 0 } text) return null;
        if (PartialDate.TryParse(text, null, out var date) && date.Year is >= 1900 and <= 2200) return date;
        Fault(column, "import.partial-date", "Must be a day, month or year, such as 2016-03-09, 2016-03 or 2016.");
        return null;
    }

    /// <summary>A case by its name in kebab case, whatever its hyphens; <c>null</c> where the cell is empty or names none.</summary>
    public TCase? Case<TCase>(string column) where TCase : struct, Enum => Text(column) is { Length: > 0 } text ? Case<TCase>(column, text) : null;

    public TCase? Case<TCase>(string column, string text) where TCase : struct, Enum
    {
        var word = text.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
        if (!int.TryParse(word, out _) && Enum.TryParse<TCase>(word, ignoreCase: true, out var one) && Enum.IsDefined(one)) return one;
        Fault(column, "import.word", $"Must be one of {string.Join(", ", Enum.GetNames<TCase>().Select(System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName))}.");
        return null;
    }

    public bool Yes(string column)
    {
        var text = Text(column).ToLowerInvariant();
        if (text is not ("" or "yes" or "y" or "true" or "1" or "no" or "n" or "false" or "0")) Fault(column, "import.yes", "Must be yes, no or empty.");
        return text is "yes" or "y" or "true" or "1";
    }

    public TCode Code<TCode>(string column) where TCode : IParsable<TCode>
    {
        var text = Needed(column);
        if (!TCode.TryParse(text.ToLowerInvariant(), CultureInfo.InvariantCulture, out var code) && text.Length > 0) Fault(column, "import.code", "Must be a code, such as those on the study's page.");
        return code!;
    }

    public void Fault(string column, string code, string sentence) =>
        faults.Add(who.Contains(column) ? new(Row, column, null, code, sentence) : RowFault.Cell(Row, column, Text(column), code, sentence));
}
