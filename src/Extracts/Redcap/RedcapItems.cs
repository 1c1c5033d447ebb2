using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Extracts.Datasets;
using SosLongitudinal.Extracts.Merging;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Extracts.Redcap;

/// <summary>The items of a measure as fields of one form.</summary>
internal sealed class RedcapItems(string form, string prefix, MergedForms forms, RedcapNames names)
{
    private readonly Dictionary<string, (string Name, bool IsCheckbox)?> fields = new(StringComparer.Ordinal);

    /// <summary>The field of each item that an expression can name.</summary>
    public IReadOnlyDictionary<string, string> Fields => fields.Where(f => f.Value is { IsCheckbox: false }).ToDictionary(f => f.Key, f => f.Value!.Value.Name, StringComparer.Ordinal);

    public IEnumerable<RedcapField> All()
    {
        var named = forms.Items.Select(item => (Merged: item, Name: names.Field(form, prefix + item.Name))).ToList();
        foreach (var (merged, name) in named)
            fields.TryAdd(merged.Item.Name, merged.Of.ChoicesOf(merged.Item).Any(c => c.Name is not null) ? null : (name, merged.Item.Type == ItemType.Codes));
        var last = "";
        foreach (var (merged, name) in named)
        {
            var section = merged.Of.Laid.FirstOrDefault(s => s.Items.Contains(merged.Item));
            var title = section?.Title ?? last;
            yield return Field(merged, name, section) with { Section = title == last ? "" : title };
            last = title;
        }
    }

    private RedcapField Field(MergedItem merged, string name, Section? section)
    {
        var item = merged.Item;
        var field = new RedcapField(form, name, TypeOf(item), item.Label ?? $"Item {item.Number} ({item.Name})")
        {
            Choices = item.Type is ItemType.Code or ItemType.Codes ? [.. merged.Of.ChoicesOf(item).Select(Choice)] : [],
            Equation = item is { Type: ItemType.Computed, Calculation: { } calculation } ? Expression(calculation) ?? "" : "",
            Note = item.Hint ?? "",
            Validation = ValidationOf(item),
            Min = item.Type == ItemType.Number ? Text(item.Min) : "",
            Max = item.Type == ItemType.Number ? Text(item.Max) : "",
            Identifies = item.Identifies,
            Branching = Branching(item, section),
            Required = item.Required,
            Number = item.Number > 0 && item.Type.IsKeyed() ? item.Number.ToString(CultureInfo.InvariantCulture) : "",
            Annotation = string.Join(' ', Tags(item)),
        };
        return field with { Columns = [.. Columns(merged, field)] };
    }

    private IEnumerable<RedcapColumn> Columns(MergedItem merged, RedcapField field)
    {
        var source = $"{RedcapProject.ItemPrefix(form)}{merged.Name}";
        if (merged.Item.Identifies || merged.Item.Type is ItemType.Text or ItemType.Note) return [];
        return field.IsCheckbox
            ? field.Choices.Select(c => new RedcapColumn(RedcapNames.Box(field.Name, c.Code), $"{source}_{c.Cell}", c))
            : [new(field.Name, source)];
    }

    private string Branching(Item item, Section? section)
    {
        string?[] parts = [Gate(item.Relevance), Part(item.Relevant), Part(section?.Relevant)];
        return parts.Contains(null) ? "" : string.Join(" and ", parts.Where(p => p!.Length > 0).Select(p => parts.Count(q => q!.Length > 0) > 1 ? $"({p})" : p));
    }

    private string? Part(string? expression) => expression is null ? "" : Expression(expression);

    private string? Expression(string expression) => RedcapExpression.Of(expression, item => fields.GetValueOrDefault(item));

    /// <summary>A simple gate is open where its item was not answered, too.</summary>
    private string? Gate(Relevance? gate) => gate is null ? ""
        : fields.GetValueOrDefault(gate.Item) is { } of ? string.Join(" or ", gate.Values.Select(v => of.IsCheckbox ? $"[{of.Name}({v})] = '1'" : $"[{of.Name}] = '{v}'").Append($"[{of.Name}] = ''").Take(of.IsCheckbox ? gate.Values.Length : gate.Values.Length + 1))
        : null;

    private static IEnumerable<string> Tags(Item item)
    {
        if (item.Hidden) yield return "@HIDDEN";
        if (item.ReadOnly) yield return "@READONLY";
        if (item.Default == "today()") yield return "@TODAY";
        else if (item.Default is { Length: > 0 } given && !given.Contains('\'') && !given.Contains('(') && !given.Contains('$')) yield return $"@DEFAULT='{given}'";
        if (item is { Type: ItemType.Text, MaxLength: not 2_000 and < 10_000 }) yield return $"@CHARLIMIT={item.MaxLength}";
    }

    private static RedcapChoice Choice(Choice choice)
    {
        var code = choice.Code.ToString(CultureInfo.InvariantCulture);
        return new(code, code, choice.Label ?? code);
    }

    private static string TypeOf(Item item) => item.Type switch
    {
        ItemType.Code => item.Appearance == "minimal" ? "dropdown" : "radio",
        ItemType.Codes => "checkbox",
        ItemType.Note => "descriptive",
        ItemType.Computed => "calc",
        ItemType.Text when item.MaxLength >= 10_000 || item.Appearance == "multiline" => "notes",
        _ => "text",
    };

    private static string ValidationOf(Item item) => item.Type switch
    {
        ItemType.Number => item.Decimals ? "number" : "integer",
        ItemType.Date => "date_ymd",
        ItemType.DateTime => "datetime_ymd",
        ItemType.Time => "time",
        _ => "",
    };

    private static string Text(decimal? number) => number?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";
}
