using System.Globalization;

namespace SosLongitudinal.Study.Instruments.Drafting.Joining;

/// <summary>Sections have no lasting name: which section of one text is which of another is found by name, by heading, and by the items that they share.</summary>
internal sealed class SectionKeys
{
    private readonly Dictionary<InstrumentDefinition, List<string>> keys = new(ReferenceEqualityComparer.Instance);

    public SectionKeys(InstrumentDefinition basis, params ReadOnlySpan<InstrumentDefinition> others)
    {
        keys[basis] = [.. basis.Sections.Select((_, at) => at.ToString(CultureInfo.InvariantCulture))];
        foreach (var other in others) keys[other] = Matched(basis, other);
    }

    public string Of(InstrumentDefinition definition, int at) => keys[definition][at];

    private static List<string> Matched(InstrumentDefinition basis, InstrumentDefinition other)
    {
        var (free, found) = (Enumerable.Range(0, basis.Sections.Length).ToList(), new string?[other.Sections.Length]);
        void Match(Func<Section, Section, bool> same)
        {
            for (var at = 0; at < found.Length; at++)
            {
                if (found[at] is not null || free.FindIndex(b => same(basis.Sections[b], other.Sections[at])) is not (>= 0 and var place)) continue;
                found[at] = free[place].ToString(CultureInfo.InvariantCulture);
                free.RemoveAt(place);
            }
        }
        Match((b, o) => b.Name is not null && b.Name == o.Name && b.Title == o.Title);
        Match((b, o) => b.Name is not null && b.Name == o.Name);
        Match((b, o) => b.Title == o.Title && b.Items.Any(i => o.Items.Any(n => n.Name == i.Name)));
        Match((b, o) => b.Title == o.Title && b.Name is null);
        Match((b, o) => b.Items.Any(i => o.Items.Any(n => n.Name == i.Name)));
        // a new one is known by what it says: the same added twice is one
        return [.. found.Select((key, at) => key ?? $"new {other.Sections[at].Name ?? other.Sections[at].Title}")];
    }
}
