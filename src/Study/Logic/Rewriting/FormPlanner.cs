using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic.Running;

namespace SosLongitudinal.Study.Logic.Rewriting;

/// <summary>Compiles all expressions of a form and puts them in order.</summary>
internal sealed partial class FormPlanner
{
    private readonly FormNames names;
    private readonly List<LogicFault> faults = [];
    private readonly Dictionary<int, CompiledExpression?> calculations = [];
    private readonly Dictionary<(string Text, string? Repeat, int Instance), Condition?> conditions = [];
    private readonly Dictionary<string, string?> relevantOf;
    private readonly Dictionary<string, string?> parentOf;

    private FormPlanner(FormNames names)
    {
        this.names = names;
        names.Computed = item => Calculation(item)?.Type ?? LogicType.Text;
        var named = names.Definition.Sections.Where(s => s.Name is not null).GroupBy(s => s.Name!).ToList();
        relevantOf = named.ToDictionary(g => g.Key, g => g.Select(s => s.Relevant).FirstOrDefault(r => r is not null));
        parentOf = named.ToDictionary(g => g.Key, g => g.Select(s => s.Parent).FirstOrDefault(p => p is not null));
    }

    public static FormPlan Of(FormNames names) => new FormPlanner(names).Plan();

    private FormPlan Plan()
    {
        var definition = names.Definition;
        ImmutableArray<ItemPlan> items = [.. definition.Laid.SelectMany(section => section.Items.Select(item => (section, item))).Select((at, index) => Plan(at.section, at.item, index))];
        ImmutableArray<RepeatPlan> repeats = [.. names.Repeats.Select(Repeat)];
        var (order, cycles) = EvaluationOrder.Of(names, items, repeats);
        var hasExpressions = repeats.Length > 0 || definition.Items.Any(i => i.RequiredMessage is not null) || items.Any(i => i.Conditions.Length > 0 || (i.Calculation ?? i.Constraint ?? i.Filter ?? i.Default ?? i.Required ?? i.ReadOnly) is not null);
        return new(items, repeats, order, conditions.Count, hasExpressions, [.. faults.Concat(cycles).OrderBy(f => definition.Items.FirstOrDefault(i => (i.Declared ?? i.Name) == f.Where)?.Number ?? 0)]);
    }

    private ItemPlan Plan(Section section, Item item, int at)
    {
        var place = new Place(at, section.Repeats, item.Instance);
        Literal(item);
        return new()
        {
            Conditions = [.. Over(section).OfType<string>().Select(text => ConditionOf(text, item, place, own: false)).Append(item.Relevant is { } own ? ConditionOf(own, item, place, own: true) : null).OfType<Condition>()],
            Gate = item.Relevance is { } gate ? names.Definition.Shape.IndexOf(gate.Item) : -1,
            Calculation = Calculation(at),
            Constraint = Of(item.Constraint, item, place, LogicPart.Constraint, Wanted.Condition),
            Filter = item.Choices is { } list ? Of(item.ChoiceFilter, item, place with { Item = null, Choices = list }, LogicPart.ChoiceFilter, Wanted.Condition) : null,
            Default = item.Default is { } text && IsExpression(text) ? Of(text, item, place, LogicPart.Default, Wanted.Value) : null,
            Required = Of(item.RequiredWhen, item, place, LogicPart.Required, Wanted.Condition),
            ReadOnly = Of(item.ReadOnlyWhen, item, place, LogicPart.ReadOnly, Wanted.Condition),
            Repeat = section.Repeats is { } repeat ? names.Repeats.IndexOf(repeat) : -1,
        };
    }

    /// <summary>A default is taken as it stands unless it names an item or calls a function.</summary>
    public static bool IsExpression(string text) => ExpressionMark().IsMatch(text);

    /// <summary>A default that is written out is an answer that the item takes; <c>1,5</c> would start it empty in silence.</summary>
    private void Literal(Item item)
    {
        if (item.Instance > 1 || item.Type == ItemType.Note || string.IsNullOrWhiteSpace(item.Default) || IsExpression(item.Default)) return;
        if (ResultAnswers.Default(names.Definition, item, null, null) is Answer.Missing { Reason: MissingReason.NotStated })
            faults.Add(new(item.Declared ?? item.Name, LogicPart.Default, new(1, $"'{item.Default}' is no answer that {item.Declared ?? item.Name} takes. Enter one that it does, or leave it empty.")));
    }

    /// <summary>The conditions of a section and of those that it lies in, outermost first.</summary>
    private IEnumerable<string?> Over(Section section)
    {
        var chain = new List<string?> { section.Relevant ?? (section.Name is { } own ? relevantOf[own] : null) };
        var seen = new HashSet<string>();
        for (var up = section.Parent ?? (section.Name is { } name ? parentOf[name] : null); up is not null && seen.Add(up); up = parentOf.GetValueOrDefault(up)) chain.Add(relevantOf.GetValueOrDefault(up));
        chain.Reverse();
        return chain;
    }

    /// <summary>Sections share theirs; an item's own can ask for <c>.</c> and stands alone.</summary>
    private Condition? ConditionOf(string text, Item item, Place place, bool own)
    {
        var key = own ? (text, item.Name, -1) : (text, place.Repeat, place.Instance);
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (conditions.TryGetValue(key, out var known)) return known;
        var expression = Of(text, item, own ? place : place with { Item = null }, LogicPart.Relevant, Wanted.Condition);
        return conditions[key] = expression is null ? null : new(conditions.Count, expression);
    }

    private CompiledExpression? Calculation(int at)
    {
        if (calculations.TryGetValue(at, out var known)) return known;
        calculations[at] = null; // a cycle comes back here
        var item = names.Definition.Items[at];
        return calculations[at] = Of(item.Calculation, item, new(at, names.RepeatOf(at), item.Instance), LogicPart.Calculation, Wanted.Value);
    }

    private RepeatPlan Repeat(string name)
    {
        var section = names.Definition.Sections.First(s => s.Repeat is not null && (s.Name ?? s.Title) == name);
        var count = section.RepeatCount is { } text ? Of(text, name, 1, new(null, null, 0), LogicPart.RepeatCount, Wanted.Number) : null;
        return new(name, count, section.Repeat!.Value);
    }

    private CompiledExpression? Of(string? text, Item item, Place place, LogicPart part, Wanted wanted) => Of(text, item.Declared ?? item.Name, item.Instance, place, part, wanted);

    /// <summary>An expression in a repeating section is the same each time, and so are its faults.</summary>
    private CompiledExpression? Of(string? text, string where, int instance, Place place, LogicPart part, Wanted wanted)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var found = new List<ExpressionFault>();
        var compiled = CompiledExpression.Of(text, names, place, wanted, found);
        if (instance <= 1) faults.AddRange(found.Select(f => new LogicFault(where, part, f)));
        return compiled;
    }

    [GeneratedRegex(@"\$\{|[a-z][a-z0-9:-]*\(")]
    private static partial Regex ExpressionMark();
}
