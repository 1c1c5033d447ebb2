using System.Collections.Immutable;

namespace SosLongitudinal.Study.Instruments.Comparing;

/// <summary>What became of a form's words in further languages.</summary>
internal static class Languages
{
    /// <summary>Each text that differs, by language; <c>none</c> where there is none.</summary>
    public static IEnumerable<(string Language, string Was, string Becomes)> Of(params ImmutableArray<(ImmutableDictionary<string, string> Was, ImmutableDictionary<string, string> Becomes)> texts) =>
        from text in texts
        from language in text.Was.Keys.Union(text.Becomes.Keys).Order(StringComparer.Ordinal)
        let pair = (Was: text.Was.GetValueOrDefault(language), Becomes: text.Becomes.GetValueOrDefault(language))
        where pair.Was != pair.Becomes
        select (language, pair.Was ?? "none", pair.Becomes ?? "none");

    /// <summary>One line for each list of choices and language, as items share lists.</summary>
    public static IEnumerable<ItemChange> OfChoices(InstrumentDefinition before, InstrumentDefinition after)
    {
        foreach (var (list, choices) in after.ChoiceLists.OrderBy(l => l.Key, StringComparer.Ordinal))
        {
            if (!before.ChoiceLists.TryGetValue(list, out var was)) continue;
            var changes = choices.Select(c => (Now: c, Was: was.FirstOrDefault(w => w.Code == c.Code))).Where(c => c.Was is not null).SelectMany(c => Of((c.Was!.Labels, c.Now.Labels)).Select(t => (c.Now.Code, Text: t)));
            foreach (var language in changes.GroupBy(c => c.Text.Language))
                yield return new(ChangeKind.Translated, list, $"{language.Key}: {string.Join(", ", language.Select(c => $"{c.Code} {c.Text.Was}"))}", $"{language.Key}: {string.Join(", ", language.Select(c => $"{c.Code} {c.Text.Becomes}"))}");
        }
    }
}

/// <summary>What became of sections that both versions have, known by name or heading.</summary>
internal static class SectionChanges
{
    public static IEnumerable<ItemChange> Of(InstrumentDefinition before, InstrumentDefinition after)
    {
        foreach (var section in after.Sections.Where(s => s.Parent is null || s.Name is not null).DistinctBy(s => s.Name ?? s.Title))
        {
            var was = before.Sections.FirstOrDefault(b => section.Name is not null && b.Name == section.Name) ?? before.Sections.FirstOrDefault(b => b.Title == section.Title && (b.Name is null || section.Name is null));
            if (was is null) continue;
            if (Words(was) != Words(section)) yield return new(ChangeKind.SectionChanged, section.Name ?? "", Words(was), Words(section));
            foreach (var (language, old, now) in Languages.Of((was.Labels, section.Labels))) yield return new(ChangeKind.Translated, section.Name ?? "", $"{language}: {old}", $"{language}: {now}");
        }
    }

    private static string Words(Section section)
    {
        var parts = new List<string> { section.Title.Length > 0 ? section.Title : "without a heading" };
        if (section.Relevant is { } relevant) parts.Add($"asked where {relevant}");
        if (section.Repeat is { } most) parts.Add($"up to {most} times");
        if (section.RepeatCount is { } count) parts.Add($"{count} times");
        return string.Join(", ", parts);
    }
}
