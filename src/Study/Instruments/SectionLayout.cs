using System.Collections.Immutable;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Lays sections out as they are filled in: a repeating one as often as it can occur, with what lies in it, its items named <c>name_1</c>, <c>name_2</c>.</summary>
internal static class SectionLayout
{
    public static ImmutableArray<Section> Of(ImmutableArray<Section> declared)
    {
        if (declared.All(s => s.Repeat is null)) return declared;
        var laid = ImmutableArray.CreateBuilder<Section>();
        for (var at = 0; at < declared.Length;)
        {
            if (RepeatingOver(declared, declared[at]) is not { } repeating)
            {
                laid.Add(declared[at++]);
                continue;
            }
            var run = declared.Skip(at).TakeWhile(s => RepeatingOver(declared, s)?.Name == repeating.Name).ToList();
            for (var instance = 1; instance <= repeating.Repeat; instance++) laid.AddRange(run.Select(s => Instance(s, instance, repeating)));
            at += run.Count;
        }
        return laid.DrainToImmutable();
    }

    /// <summary>The outermost repeating section that a section is or lies in.</summary>
    private static Section? RepeatingOver(ImmutableArray<Section> declared, Section section)
    {
        var over = section.Repeat is null ? null : section;
        for (var (up, steps) = (section, 0); up.Parent is { } name && steps < declared.Length; steps++)
        {
            if (declared.FirstOrDefault(s => s.Name == name) is not { } parent) break;
            if (parent.Repeat is not null) over = parent;
            up = parent;
        }
        return over;
    }

    private static Section Instance(Section section, int instance, Section repeating) => section with
    {
        Instance = instance,
        Repeats = repeating.Name ?? repeating.Title,
        Title = $"{section.Title} ({instance})",
        Items = [.. section.Items.Select(i => i with { Name = $"{i.Name}_{instance}", Declared = i.Name, Instance = instance })],
    };
}
