using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Exchange.Definitions;
using SosLongitudinal.Exchange.Notes;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>The survey sheet's groups and repeats as sections.</summary>
internal sealed class SectionReading(FormSheet sheet, Languages languages, ImportTerms terms, ImportNotes notes)
{
    /// <summary>How often each repeat can be filled in. Before names are given, since those are laid out.</summary>
    public void CountRepeats(IEnumerable<SurveyGroup> groups)
    {
        foreach (var group in groups.Where(g => g.Kind == QuestionKind.BeginRepeat && !g.Skipped)) group.Repeat = Count(group);
    }

    /// <summary>Before sections are made, and after names are given.</summary>
    public void ReadCounts(IEnumerable<SurveyGroup> groups, References references)
    {
        foreach (var group in groups.Where(g => g.Repeat is not null && !Constant(sheet.Cell(g.Row, Column.RepeatCount), out _)))
        {
            group.RepeatCount = references.Expression(sheet.Cell(group.Row, Column.RepeatCount), group.Parent, sheet.Place(group.Row, Column.RepeatCount), $"'{group.Original}' can be filled in {group.Repeat} times");
        }
    }

    public ImmutableArray<Section> Sections(IEnumerable<(Item Item, SurveyGroup? Group)> items, References references)
    {
        var sections = new List<(Section Section, SurveyGroup? Group, List<Item> Items)>();
        var made = new Dictionary<SurveyGroup, Section>();
        foreach (var (item, group) in items)
        {
            foreach (var over in group?.Upwards().Reverse() ?? [])
            {
                if (made.ContainsKey(over)) continue;
                made[over] = Read(over, references);
                if (over != group) sections.Add((made[over], over, []));
            }
            if (sections.Count == 0 || sections[^1].Group != group) sections.Add((group is null ? new("", []) : made[group], group, []));
            sections[^1].Items.Add(item);
        }
        return [.. sections.Select(s => s.Section with { Items = [.. s.Items] })];
    }

    private Section Read(SurveyGroup group, References references)
    {
        var (label, labels) = languages.Read(sheet, group.Row, Column.Label);
        var own = OwnCell.Read(sheet, group.Row);
        var place = sheet.Place(group.Row, Column.Relevant);
        return new(label ?? group.Original, [])
        {
            Name = own["unnamed"]?.GetValueKind() == System.Text.Json.JsonValueKind.True ? null : group.Name,
            Parent = group.Parent?.Name,
            Labels = labels,
            Relevant = references.Expression(sheet.Cell(group.Row, Column.Relevant), group.Parent, place, $"the questions of '{group.Original}' are always asked"),
            Repeat = group.Repeat,
            RepeatCount = group.RepeatCount,
            Appearance = sheet.Cell(group.Row, Column.Appearance) is { Length: > 0 } appearance ? appearance : null,
        };
    }

    private int? Count(SurveyGroup group)
    {
        var place = sheet.Place(group.Row, Column.RepeatCount);
        if (group.Parent?.Repeating() is { } outer)
        {
            notes.NotTaken(sheet.PlaceOf(group.Row), $"The repeat '{group.Original}' lies in the repeat '{outer.Original}' and is asked once each time.");
            return null;
        }
        var text = sheet.Cell(group.Row, Column.RepeatCount);
        if (Constant(text, out var count))
        {
            if (count is >= 1 and <= DefinitionLimits.Repeats) return count;
            notes.Changed(place, $"'{group.Original}' can be filled in 1 to {DefinitionLimits.Repeats} times; the file says {count}.");
            return Math.Clamp(count, 1, DefinitionLimits.Repeats);
        }
        if (OwnCell.Read(sheet, group.Row)["repeat"] is { } own && own.GetValueKind() == System.Text.Json.JsonValueKind.Number && own.AsValue().TryGetValue<int>(out var kept) && kept is >= 1 and <= DefinitionLimits.Repeats) return kept;
        notes.Changed(place, text.Length == 0
            ? $"The file does not say how often '{group.Original}' can be filled in; it is {terms.Repeats} times here."
            : $"How often '{group.Original}' is filled in depends on answers; it is at most {terms.Repeats} times here.");
        return terms.Repeats;
    }

    private static bool Constant(string text, out int count) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out count);
}
