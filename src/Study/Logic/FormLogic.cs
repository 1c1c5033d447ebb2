using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic.Rewriting;
using SosLongitudinal.Study.Logic.Running;

namespace SosLongitudinal.Study.Logic;

/// <summary>
/// The expressions of one version of an instrument, compiled once and shared by all threads. A form that has none costs no more than its gates. What cannot be used
/// is in <see cref="Faults"/> and counts as if it were not there; publishing refuses such a form.
/// </summary>
public sealed class FormLogic
{
    private static readonly ConditionalWeakTable<InstrumentDefinition, FormLogic> Known = [];

    private readonly ConcurrentBag<FormRun> runs = [];
    private readonly FrozenDictionary<string, FrozenDictionary<int, string>> names;
    private readonly Lazy<ChoiceLists> lists;

    private FormLogic(InstrumentDefinition definition)
    {
        Definition = definition;
        Names = new(definition);
        names = definition.ChoiceLists.ToFrozenDictionary(l => l.Key, l => l.Value.Where(c => c.Name is not null).DistinctBy(c => c.Code).ToFrozenDictionary(c => c.Code, c => c.Name!));
        Plan = FormPlanner.Of(Names);
        lists = new(() => new(definition));
    }

    public InstrumentDefinition Definition { get; }

    /// <summary>What cannot be used, or deserves a look, in form order.</summary>
    public ImmutableArray<LogicFault> Faults => Plan.Faults;

    /// <summary>Whether there is any expression beside simple gates.</summary>
    public bool HasExpressions => Plan.HasExpressions;

    internal FormNames Names { get; }

    internal FormPlan Plan { get; }

    internal ChoiceLists Lists => lists.Value;

    public static FormLogic Of(InstrumentDefinition definition) => Known.GetValue(definition, static d => new(d));

    /// <summary>Works the form out: what applies, what is computed, what does not hold and, where asked for, which choices are offered.</summary>
    /// <param name="given">An answer for each item in form order; <c>null</c> where none was given, which is not the same as "not stated".</param>
    public FormState Evaluate(IReadOnlyList<Answer?> given, FormMoment? at = null, bool withChoices = false)
    {
        if (given.Count != Definition.Items.Length) throw new ArgumentException("There is not one answer for each item.", nameof(given));
        var run = HasExpressions ? Rent() : null;
        var state = FormEvaluation.Of(this, run, given, at, withChoices);
        if (run is not null) runs.Add(run);
        return state;
    }

    /// <summary>What the form starts with, by item name, before anybody has answered.</summary>
    public IReadOnlyDictionary<string, Answer> Start(FormMoment? at = null)
    {
        if (!HasExpressions) return FormEvaluation.Start(this, null);
        var run = Rent();
        run.Begin(Enumerable.Repeat(Answer.Of(MissingReason.NotStated), Definition.Items.Length).ToArray(), at);
        var start = FormEvaluation.Start(this, run);
        runs.Add(run);
        return start;
    }

    /// <summary>What an item's expression gives to say: what a computed item holds.</summary>
    public LogicType TypeOf(Item item) => Names.TypeOf(Definition.Shape.IndexOf(item.Name));

    /// <summary>The other items that a computed item takes its value from, directly or through others.</summary>
    public IEnumerable<Item> Sources(Item item) => Plan.Sources(Definition.Shape.IndexOf(item.Name)).Select(i => Definition.Items[i]);

    /// <summary>An answer as expressions see it: choices by their names, a missing one as nothing.</summary>
    internal string TextOf(int item, Answer answer) => answer switch
    {
        Answer.Missing => "",
        Answer.Code code => NameOf(item, code.Value),
        Answer.Codes codes => string.Join(' ', codes.Values.Select(c => NameOf(item, c))),
        Answer.Number number => EngineFunctions.NumberText((double)number.Value),
        Answer.Text ranking when Definition.Items[item].Type == ItemType.Ranking => string.Join(' ', TextForms.Ranked(ranking.Value).Select(c => NameOf(item, c))),
        _ => answer.AsText(),
    };

    private string NameOf(int item, int code) =>
        Definition.Items[item].Choices is { } list && names.TryGetValue(list, out var known) && known.TryGetValue(code, out var name) ? name : code.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private FormRun Rent() => runs.TryTake(out var run) ? run : new(this);
}
