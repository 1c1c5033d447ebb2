using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Exchange.Sheets;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>The choices sheet: its lists with codes.</summary>
internal sealed partial class ChoiceSheet
{
    public const string OtherName = "other";

    private readonly FormSheet sheet;
    private readonly Languages languages;
    private readonly ImportNotes notes;
    private readonly InstrumentDefinition? earlier;
    private readonly Dictionary<string, List<SheetRow>> rows = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, ImmutableArray<Choice>> used = new(StringComparer.Ordinal);

    public ChoiceSheet(FormSheet sheet, Languages languages, InstrumentDefinition? earlier, ImportNotes notes)
    {
        (this.sheet, this.languages, this.earlier, this.notes) = (sheet, languages, earlier, notes);
        if (sheet.Rows.Length > DefinitionLimits.Choices) notes.Error(new(sheet.Name), $"The sheet has {sheet.Rows.Length:N0} choices; at most {DefinitionLimits.Choices:N0} are taken. Remove those that no question needs.");
        else foreach (var row in sheet.Rows) Take(row);
        Attributes = [.. Enumerable.Range(0, sheet.Headings.Length).Where(IsAttribute)];
        foreach (var column in Enumerable.Range(0, sheet.Headings.Length).Except(Attributes).Where(c => sheet.Headings[c].Column == Column.Unknown && sheet.Headings[c].Text.Length > 0 && sheet.Rows.Any(r => r[c].Length > 0)))
            notes.NotTaken(sheet.PlaceOf(column), $"The column '{sheet.Headings[column].Text}': a column that choice filters ask about has a name of letters, digits, dots, dashes and underscores, and stands once.");
    }

    public ImmutableDictionary<string, ImmutableArray<Choice>> Lists => used.ToImmutableDictionary().AddRange(External?.Lists.Select(l => KeyValuePair.Create(ExternalName(l.Key), l.Value)) ?? []);

    /// <summary>The lists of the sheet for long lists; one that has the name of a list here gets another.</summary>
    public ChoiceSheet? External { get; init; }

    public string? UseExternal(string list) => External?.Use(list, withOther: false) is { } name ? ExternalName(name) : null;

    private string ExternalName(string list) => rows.ContainsKey(list) || used.ContainsKey(list) ? $"{list}_external" : list;

    private ImmutableArray<int> Attributes { get; }

    public IEnumerable<string> Names => rows.Keys;

    /// <summary>The name of a list as a definition holds it, with a choice "other" where asked; <c>null</c> where there is no such list.</summary>
    public string? Use(string list, bool withOther)
    {
        if (!rows.TryGetValue(list, out var listed)) return null;
        var adds = withOther && !listed.Exists(r => sheet.Cell(r, Column.Name) == OtherName);
        var name = adds ? $"{list}_or_other" : list;
        while (adds && rows.ContainsKey(name)) name += "_";
        if (!used.ContainsKey(name)) used[name] = Read(name, listed, adds);
        return name;
    }

    /// <summary>The one choice of a question that is ticked to say that something was read.</summary>
    public string UseAcknowledged()
    {
        const string name = "acknowledge";
        if (!used.ContainsKey(name)) used[name] = [new(1, "OK") { Name = "OK" }];
        return name;
    }

    /// <summary>Lists that no question uses are kept as they are: a later version may.</summary>
    public void UseAll()
    {
        foreach (var list in rows.Keys) Use(list, withOther: false);
        External?.UseAll();
    }

    private void Take(SheetRow row)
    {
        var (list, name) = (sheet.Cell(row, Column.ListName), sheet.Cell(row, Column.Name));
        if (list.Length == 0 && name.Length == 0 && sheet.Cell(row, Column.Label).Length == 0) return;
        if (list.Length == 0) notes.NotTaken(sheet.Place(row, Column.ListName), $"The choice '{(name.Length > 0 ? name : sheet.Cell(row, Column.Label))}' names no list.");
        else if (name.Length == 0) notes.Error(sheet.Place(row, Column.Name), $"A choice of the list '{list}' has no name. Enter the code or word that stands for it.");
        else if (rows.TryGetValue(list, out var listed)) listed.Add(row);
        else rows[list] = [row];
    }

    private ImmutableArray<Choice> Read(string name, List<SheetRow> listed, bool adds)
    {
        var names = listed.Select(r => sheet.Cell(r, Column.Name)).Concat(adds ? [OtherName] : []).ToList();
        var before = earlier?.ChoiceLists.GetValueOrDefault(name) is { IsDefault: false } known ? known : [];
        var codes = ChoiceCodes.Of(names, before);
        var choices = listed.Select((row, i) => Read(row, codes[i])).ToList();
        if (adds) choices.Add(new(codes[^1], "Other") { Name = OtherName });
        NoteCodes(name, listed[0], choices);
        foreach (var gone in before.Where(b => !names.Contains(b.Text())))
        {
            if (!gone.Dropped) notes.Changed(sheet.PlaceOf(listed[0]), $"The list '{name}' no longer has '{gone.Text()}'. It is kept as dropped, so that its code {gone.Code} is not given to another.");
            choices.Add(gone with { Dropped = true });
        }
        return [.. choices];
    }

    private Choice Read(SheetRow row, int code)
    {
        var (label, labels) = languages.Read(sheet, row, Column.Label);
        var name = sheet.Cell(row, Column.Name);
        var choice = new Choice(code, label)
        {
            Name = ChoiceCodes.NameOf(name, code),
            Labels = labels,
            Attributes = Attributes.Where(a => row[a].Length > 0).ToImmutableDictionary(a => sheet.Headings[a].Text, a => row[a]),
        };
        var own = OwnCell.Apply(choice, sheet, row, OwnCell.OfChoice, notes);
        return own with { Name = ChoiceCodes.NameOf(name, own.Code) };
    }

    private void NoteCodes(string list, SheetRow first, List<Choice> choices)
    {
        if (choices.GroupBy(c => c.Code).FirstOrDefault(g => g.Count() > 1) is { } doubled) notes.Error(sheet.PlaceOf(first), $"Two choices of the list '{list}' have the code {doubled.Key}. Give each its own.");
        var named = choices.Where(c => c.Name is not null).Select(c => $"{c.Name} = {c.Code}").ToList();
        if (named.Count > 0) notes.Changed(sheet.Place(first, Column.Name), $"Choices of the list '{list}' are stored by number: {string.Join(", ", named.Take(20))}{(named.Count > 20 ? $" and {named.Count - 20} more" : "")}.");
        foreach (var twice in choices.Where(c => !c.Dropped).GroupBy(c => c.Text()).Where(g => g.Count() > 1)) notes.Changed(sheet.Place(first, Column.Name), $"'{twice.Key}' stands more than once in the list '{list}'; each has its own code.");
    }

    private bool IsAttribute(int column) =>
        sheet.Headings[column].Column == Column.Unknown && AttributeName().IsMatch(sheet.Headings[column].Text) && sheet.Rows.Any(r => r[column].Length > 0)
        && !sheet.Headings.Take(column).Any(h => h.Text == sheet.Headings[column].Text);

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.\-]*$")]
    private static partial Regex AttributeName();
}
