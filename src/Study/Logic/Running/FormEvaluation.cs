using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Logic.Rewriting;

namespace SosLongitudinal.Study.Logic.Running;

/// <summary>Works one form out, each item after what it depends on.</summary>
internal ref struct FormEvaluation
{
    private static readonly Answer NotApplicable = Answer.Of(MissingReason.NotApplicable);
    private static readonly Answer NotStated = Answer.Of(MissingReason.NotStated);

    private readonly FormLogic logic;
    private readonly FormRun? run;
    private readonly IReadOnlyList<Answer?> given;
    private readonly Answer[] kept;
    private readonly string? language;
    private readonly Span<byte> conditions;
    private readonly Span<(int Count, int Open)> repeats;

    private FormEvaluation(FormLogic logic, FormRun? run, IReadOnlyList<Answer?> given, string? language, Span<byte> conditions, Span<(int, int)> repeats)
    {
        (this.logic, this.run, this.given, this.language) = (logic, run, given, language);
        this.conditions = conditions;
        this.repeats = repeats;
        kept = new Answer[given.Count];
    }

    public static FormState Of(FormLogic logic, FormRun? run, IReadOnlyList<Answer?> given, FormMoment? at, bool withChoices)
    {
        var plan = logic.Plan;
        run?.Begin([.. given.Select(a => a ?? NotStated)], at);
        var form = new FormEvaluation(logic, run, given, at?.Language, new byte[plan.Conditions], new (int, int)[plan.Repeats.Length]);
        var states = new ItemState[given.Count];
        foreach (var node in plan.Order)
        {
            if (node < states.Length) states[node] = form.Item(node);
            else form.Repeat(node - states.Length);
        }
        for (var i = 0; i < states.Length; i++) if (plan.Items[i].Asks || logic.Definition.Items[i] is { Required: true } or { ReadOnly: true }) states[i] = form.Checked(i, states[i], withChoices);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(states));
    }

    private readonly ItemState Item(int at)
    {
        var plan = logic.Plan.Items[at];
        var item = logic.Definition.Items[at];
        var isOffered = !IsClosed(plan, item) && Holds(plan) && (plan.Repeat < 0 || item.Instance <= repeats[plan.Repeat].Open);
        var applies = isOffered && item.Type != ItemType.Note && (plan.Repeat < 0 || item.Instance <= repeats[plan.Repeat].Count);
        kept[at] = applies ? FilledIn(plan, item, given[at]) : NotApplicable;
        run?.Put(at, kept[at]);
        return new(kept[at], applies, isOffered, null, null);
    }

    /// <summary>Whether a simple gate makes the item not applicable. A gate without an answer closes nothing.</summary>
    private readonly bool IsClosed(ItemPlan plan, Item item) => plan.Gate >= 0 && kept[plan.Gate] switch
    {
        Answer.Code { Value: var code } => !item.Relevance!.Values.Contains(code),
        Answer.Codes { Values: var codes } => !codes.Any(item.Relevance!.Values.Contains),
        Answer.Missing { Reason: MissingReason.NotApplicable } => true,
        _ => false,
    };

    private readonly bool Holds(ItemPlan plan)
    {
        foreach (var condition in plan.Conditions)
        {
            ref var known = ref conditions[condition.Index];
            if (known == 0) known = run!.IsTrue(condition.Expression) ? (byte)1 : (byte)2;
            if (known == 2) return false;
        }
        return true;
    }

    /// <summary>A computed item, or one that nobody can key, is what its expression says whatever was sent; others are filled where nothing was sent.</summary>
    private readonly Answer FilledIn(ItemPlan plan, Item item, Answer? sent)
    {
        if (plan.Calculation is { } calculation && (sent is null || item.Type == ItemType.Computed || item.Hidden || IsReadOnly(plan, item))) return ResultAnswers.Of(logic.Definition, item, calculation, run!);
        if (sent is null && item.Default is not null && (item.ReadOnly || item.Hidden)) return ResultAnswers.Default(logic.Definition, item, plan.Default, run);
        return sent ?? NotStated;
    }

    private readonly bool IsReadOnly(ItemPlan plan, Item item) => item.ReadOnly || plan.ReadOnly is { } when && run!.IsTrue(when);

    private readonly void Repeat(int at)
    {
        var plan = logic.Plan.Repeats[at];
        var filled = 0;
        for (var i = 0; i < given.Count; i++)
            if (logic.Plan.Items[i].Repeat == at && given[i] is { } answer && answer != NotStated && answer != NotApplicable) filled = Math.Max(filled, logic.Definition.Items[i].Instance);
        var count = plan.Count is { } asked ? (double)run!.Evaluate(asked) is > 0 and var times ? (int)Math.Min(times, plan.Most) : 0 : filled;
        repeats[at] = (count, plan.Count is null ? Math.Min(count + 1, plan.Most) : count);
        run!.PutCount(at, count);
    }

    private readonly ItemState Checked(int at, ItemState state, bool withChoices)
    {
        var (plan, item) = (logic.Plan.Items[at], logic.Definition.Items[at]);
        state = state with { IsReadOnly = IsReadOnly(plan, item) };
        if (state.Applies && (item.Required || plan.Required is { } required && run!.IsTrue(required)))
            state = state with { IsRequired = true, RequiredMessage = state.Answer is Answer.Missing ? AnswerSentences.Required(logic, run, item, language) : null };
        var choices = plan.Filter is { } filter && withChoices && state.IsOffered ? OfferedChoices.All(logic, run!, item, filter) : (ImmutableArray<int>?)null;
        if (!state.Applies || state.Answer is Answer.Missing) return state with { Choices = choices };
        var fault = plan.Filter is { } allowed && OfferedChoices.NotOffered(logic, run!, item, allowed, state.Answer) is { } code ? AnswerSentences.NotOffered(logic, item, code)
            : plan.Constraint is { } constraint && !run!.IsTrue(constraint) ? AnswerSentences.Unmet(logic, run!, item, language)
            : null;
        return state with { Fault = fault, Choices = choices };
    }

    public static IReadOnlyDictionary<string, Answer> Start(FormLogic logic, FormRun? run)
    {
        var start = new Dictionary<string, Answer>();
        for (var i = 0; i < logic.Definition.Items.Length; i++)
        {
            var item = logic.Definition.Items[i];
            if (item.Default is null || ResultAnswers.Default(logic.Definition, item, logic.Plan.Items[i].Default, run) is not { } answer || answer == NotStated) continue;
            start[item.Name] = answer;
            run?.Put(i, answer);
        }
        return start;
    }
}
