using System.Globalization;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>The settings sheet: one row under its headings.</summary>
internal sealed class SettingsSheet
{
    private readonly Sheet? sheet;

    public SettingsSheet(Sheet? sheet, ImportNotes notes)
    {
        // a title may stand above the headings here too
        var above = sheet?.Rows.Take(10).TakeWhile(r => !r.Cells.Any(c => Taken.Contains(Norm(c)))).Count() ?? 0;
        sheet = sheet is null || above == 0 || above >= Math.Min(10, sheet.Rows.Length) ? sheet : sheet with { Rows = sheet.Rows[above..] };
        this.sheet = sheet;
        if (sheet is null || sheet.Rows.Length < 2) return;
        for (var i = 0; i < sheet.Rows[0].Cells.Length; i++)
        {
            var heading = Norm(sheet.Rows[0][i]);
            if (sheet.Rows[1][i].Length > 0 && !Taken.Contains(heading)) notes.NotTaken(PlaceOf(i), $"The setting '{sheet.Rows[0][i]}' is not used here.");
        }
        if (sheet.Rows.Length > 2) notes.NotTaken(new(sheet.Name, sheet.Rows[2].Number), "Settings are read from the first row under the headings; further rows are not.");
    }

    private static readonly string[] Taken = ["formtitle", "title", "setformtitle", "formid", "idstring", "id", "setformid", "version", "defaultlanguage", "allowchoiceduplicates"];

    public string? Title => Value("formtitle", "title", "setformtitle");

    public string? Id => Value("formid", "idstring", "id", "setformid");

    public string? Language => Value("defaultlanguage");

    /// <summary>The version, where it is a number that versions have here.</summary>
    public int Version(ImportNotes notes)
    {
        if (Value("version") is not { } text) return 1;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0) return version;
        notes.Changed(PlaceOf(Index("version")), $"Versions are whole numbers here; '{(text.Length > 40 ? text[..40] : text)}' becomes 1.");
        return 1;
    }

    public CellPlace PlaceOf(params ReadOnlySpan<string> headings) => sheet is null ? new("settings") : PlaceOf(Index(headings));

    private CellPlace PlaceOf(int column) => column < 0 || sheet is null ? new(sheet?.Name ?? "settings") : new(sheet.Name, sheet.Rows[1].Number, column + 1, sheet.Rows[0][column]);

    private string? Value(params ReadOnlySpan<string> headings) => Index(headings) is >= 0 and var column && sheet!.Rows[1][column] is { Length: > 0 } text ? text : null;

    private int Index(params ReadOnlySpan<string> headings)
    {
        if (sheet is null || sheet.Rows.Length < 2) return -1;
        foreach (var heading in headings)
        {
            for (var i = 0; i < sheet.Rows[0].Cells.Length; i++)
            {
                if (Norm(sheet.Rows[0][i]) == heading && sheet.Rows[1][i].Length > 0) return i;
            }
        }
        return -1;
    }

    private static string Norm(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit));
}
