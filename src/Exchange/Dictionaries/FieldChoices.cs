using System.Collections.Immutable;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Exchange.Dictionaries;

/// <summary>A form's choice lists; fields with the same choices share one.</summary>
internal sealed class FieldChoices(ImportTerms terms, InstrumentId form, ImportNotes notes)
{
    private static readonly ImmutableArray<(string Code, string Label)> YesNo = [("1", "Yes"), ("0", "No")];
    private static readonly ImmutableArray<(string Code, string Label)> TrueFalse = [("1", "True"), ("0", "False")];

    private readonly Dictionary<string, string> nameByText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Choice>> lists = new(StringComparer.Ordinal);

    public ImmutableDictionary<string, ImmutableArray<Choice>> Lists => lists.ToImmutableDictionary();

    /// <summary>The name of the field's list; <c>null</c> where it states no choices.</summary>
    public string? Of(DictionaryField field)
    {
        var choices = field.Type switch { "yesno" => YesNo, "truefalse" => TrueFalse, _ => Parse(field[DictionaryColumn.Choices]) };
        if (choices.IsEmpty)
        {
            notes.Error(field.Place(DictionaryColumn.Choices), $"'{field.Original}' has no choices. Enter them as: 1, Yes | 2, No.");
            return null;
        }
        foreach (var part in Parts(field[DictionaryColumn.Choices]).Where(p => p[0].Length == 0 && p.Length > 1 && field.Type is not ("yesno" or "truefalse"))) notes.NotTaken(field.Place(DictionaryColumn.Choices), $"The choice '{part[1]}' of '{field.Original}' has no code.");
        var hidden = Hidden(field, choices);
        var text = string.Join('\n', choices.Select(c => $"{c.Code}\t{c.Label}{(hidden.Contains(c.Code) ? "\thidden" : "")}"));
        if (nameByText.TryGetValue(text, out var known)) return known;
        var name = field.Type is "yesno" or "truefalse" ? field.Type : field[DictionaryColumn.MatrixGroup] is { Length: > 0 } matrix ? CleanNames.OfItem(matrix) : field.Name;
        while (lists.ContainsKey(name)) name += "_";
        lists[name] = Coded(name, field, choices, hidden);
        return nameByText[text] = name;
    }

    /// <summary>The codes that are no longer offered and keep their meaning.</summary>
    private HashSet<string> Hidden(DictionaryField field, ImmutableArray<(string Code, string Label)> choices)
    {
        var named = Annotation.HiddenChoices(field);
        if (named.Count == 0) return [];
        var place = field.Place(DictionaryColumn.Annotation);
        if (named.Where(n => !choices.Any(c => c.Code == n)).ToList() is { Count: > 0 } unknown) notes.NotTaken(place, $"@HIDECHOICE names {string.Join(", ", unknown)}, which '{field.Original}' does not have.");
        named.IntersectWith(choices.Select(c => c.Code));
        if (named.Count == 0) return [];
        if (terms.WithForms) notes.NotTaken(place, $"The hidden choices of '{field.Original}' ({string.Join(", ", named)}) stay offered, since the records may hold them. Drop them in the next version.");
        else if (named.Count == choices.Length) notes.NotTaken(place, $"@HIDECHOICE would leave '{field.Original}' without a choice; all stay offered.");
        else return named;
        return [];
    }

    private ImmutableArray<Choice> Coded(string name, DictionaryField field, ImmutableArray<(string Code, string Label)> choices, HashSet<string> hidden)
    {
        var codes = ChoiceCodes.Of([.. choices.Select(c => c.Code)], terms.Earlier(form)?.ChoiceLists.GetValueOrDefault(name) is { IsDefault: false } before ? before : []);
        var coded = choices.Select((c, i) => new Choice(codes[i], c.Label.Length == 0 ? null : c.Label) { Name = ChoiceCodes.NameOf(c.Code, codes[i]), Dropped = hidden.Contains(c.Code) }).ToImmutableArray();
        var place = field.Place(DictionaryColumn.Choices);
        var named = coded.Where(c => c.Name is not null).ToList();
        if (named.Count > 0) notes.Changed(place, $"Choices of '{field.Original}' are stored by number: {string.Join(", ", named.Take(20).Select(c => $"{c.Name} = {c.Code}"))}.");
        foreach (var twice in choices.GroupBy(c => c.Code).Where(g => g.Count() > 1)) notes.Error(place, $"Two choices of '{field.Original}' have the code {twice.Key}. Give each its own.");
        return coded;
    }

    public static IEnumerable<string> CodesOf(DictionaryField field) => Parse(field[DictionaryColumn.Choices]).Select(c => c.Code);

    private static IEnumerable<string[]> Parts(string text) => text.Split('|', '\n').Select(part => part.Split(',', 2, StringSplitOptions.TrimEntries));

    private static ImmutableArray<(string Code, string Label)> Parse(string text) =>
    [
        .. Parts(text).Where(p => p[0].Length > 0)
            .Select(p => (p[0], Markup.Plain(p.Length > 1 ? p[1] : p[0]))),
    ];
}
