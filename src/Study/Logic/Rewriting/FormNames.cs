using System.Collections.Frozen;
using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Study.Logic.Rewriting;

/// <summary>What the names in a form's expressions mean: items, those of repeating sections once for each time, and sections.</summary>
internal sealed class FormNames
{
    private readonly FrozenDictionary<string, int[]> repeated;
    private readonly string?[] repeatOf;
    private readonly LogicType?[] types;

    public FormNames(InstrumentDefinition definition)
    {
        Definition = definition;
        repeatOf = [.. definition.Laid.SelectMany(s => s.Items.Select(_ => s.Repeats))];
        repeated = definition.Items.Select((item, at) => (item.Declared, at)).Where(i => i.Declared is not null).GroupBy(i => i.Declared!, i => i.at).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        Repeats = [.. definition.Laid.Where(s => s.Repeats is not null).Select(s => s.Repeats!).Distinct()];
        Sections = definition.Sections.Where(s => s.Name is not null).Select(s => s.Name!).ToFrozenSet();
        types = [.. definition.Items.Select(TypeOf)];
    }

    public InstrumentDefinition Definition { get; }

    /// <summary>The names of repeating sections; a count variable is an index into them.</summary>
    public ImmutableArray<string> Repeats { get; }

    public FrozenSet<string> Sections { get; }

    /// <summary>Asked for the type of a computed item when it is first named.</summary>
    public Func<int, LogicType> Computed { get; set; } = _ => LogicType.Text;

    /// <summary>What an item's value is to expressions. A computed item that waits for itself is a text until its cycle is found.</summary>
    public LogicType TypeOf(int item)
    {
        if (types[item] is { } known) return known;
        types[item] = LogicType.Text;
        return (types[item] = Computed(item)).Value;
    }

    public string? RepeatOf(int item) => repeatOf[item];

    /// <summary>The one item that a name means where it is written.</summary>
    public int? One(string name, string? repeat, int instance)
    {
        if (Definition.Shape.IndexOf(name) is >= 0 and var at) return at;
        if (instance == 0 || !repeated.TryGetValue(name, out var all)) return null;
        return all.FirstOrDefault(i => repeatOf[i] == repeat && Definition.Items[i].Instance == instance, -1) is >= 0 and var here ? here : null;
    }

    /// <summary>Every time of an item that repeats.</summary>
    public int[]? Every(string name) => repeated.GetValueOrDefault(name);

    private static LogicType? TypeOf(Item item) => item.Type switch
    {
        ItemType.Number => LogicType.Number,
        ItemType.Date => LogicType.Date,
        ItemType.DateTime => LogicType.DateTime,
        ItemType.Time => LogicType.Time,
        ItemType.Code or ItemType.Codes or ItemType.Ranking => LogicType.Choices,
        ItemType.Computed => null,
        _ => LogicType.Text,
    };
}
