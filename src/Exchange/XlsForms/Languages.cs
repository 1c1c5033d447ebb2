using System.Collections.Immutable;
using SosLongitudinal.Exchange.Sheets;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>Which languages a form's texts are in, and which of them is the form's own.</summary>
internal sealed class Languages
{
    private readonly Dictionary<string, string> spelling = new(StringComparer.OrdinalIgnoreCase);

    public Languages(string? declared, params IEnumerable<FormSheet> sheets)
    {
        foreach (var heading in sheets.SelectMany(s => s.Headings).Where(h => h is { Column: Column.Label or Column.Hint or Column.GuidanceHint or Column.ConstraintMessage or Column.RequiredMessage, Language: not null })) spelling.TryAdd(heading.Language!, heading.Language!);
        var plain = sheets.SelectMany(s => s.Headings).Any(h => h is { Column: Column.Label, Language: null });
        Own = !string.IsNullOrEmpty(declared) ? Spelt(declared)
            : spelling.Count == 0 || plain && spelling.ContainsKey(Unnamed) ? Unnamed
            : spelling.Values.First();
        // a language that no column names is that of the plain column, where there is one
        if (!string.IsNullOrEmpty(declared) && !spelling.ContainsKey(declared) && !plain && spelling.Count > 0) Own = spelling.Values.First();
    }

    private const string Unnamed = "en";

    public string Own { get; }

    /// <summary>The text in the form's own language, and in the others.</summary>
    public (string? Own, ImmutableDictionary<string, string> Others) Read(FormSheet sheet, SheetRow row, Column column)
    {
        string? own = null, plain = null;
        var others = ImmutableDictionary<string, string>.Empty;
        foreach (var (language, text, _) in sheet.Cells(row, column))
        {
            if (language is null) plain ??= text;
            else if (Spelt(language) == Own) own ??= text;
            else others = others.SetItem(Spelt(language), text);
        }
        return (own ?? plain, others);
    }

    private string Spelt(string language) => spelling.GetValueOrDefault(language, language);
}
