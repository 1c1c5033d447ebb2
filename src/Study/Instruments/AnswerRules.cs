using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Logic;

namespace SosLongitudinal.Study.Instruments;

/// <summary>
/// Holds what was keyed or sent against a definition; the one way in for pages, API and files. The result has every item in form order: what was left out is
/// not stated, what does not apply is not applicable and its answer set aside, what is computed is computed here whatever was sent.
/// </summary>
/// <remarks>Without a moment, <c>today()</c> and <c>now()</c> are empty to the form's expressions.</remarks>
public static class AnswerRules
{
    /// <summary>Answers as an API client sends them.</summary>
    public static Decision<CheckedAnswers> Check(InstrumentDefinition definition, IReadOnlyDictionary<string, JsonElement> sent, FormMoment? at = null) =>
        Check(definition, sent, AnswerReading.Of, at);

    /// <summary>Answers as a person keys them: text by item name.</summary>
    public static Decision<CheckedAnswers> Check(InstrumentDefinition definition, IReadOnlyDictionary<string, string?> keyed, FormMoment? at = null) =>
        Check(definition, keyed, AnswerReading.Of, at);

    public static Decision<CheckedAnswers> Check(InstrumentDefinition definition, Answers sent, FormMoment? at = null) =>
        Check(definition, sent.All().ToDictionary(a => a.Name, a => a.Answer), at);

    public static Decision<CheckedAnswers> Check(InstrumentDefinition definition, IReadOnlyDictionary<string, Answer> sent, FormMoment? at = null) =>
        Check(definition, sent, AnswerReading.InOneForm, at);

    /// <summary>The same for a form that is still being filled in: how each item stands, and what would be said.</summary>
    public static FormLook Look(InstrumentDefinition definition, IReadOnlyDictionary<string, JsonElement> sent, FormMoment? at = null)
    {
        var faults = new List<FieldFault>();
        return Look(definition, Read(definition, sent, AnswerReading.Of, faults), faults, at, withChoices: true);
    }

    public static FormLook Look(InstrumentDefinition definition, IReadOnlyDictionary<string, string?> keyed, FormMoment? at = null)
    {
        var faults = new List<FieldFault>();
        return Look(definition, Read(definition, keyed, AnswerReading.Of, faults), faults, at, withChoices: true);
    }

    private static Decision<CheckedAnswers> Check<TRaw>(InstrumentDefinition definition, IReadOnlyDictionary<string, TRaw> sent, Func<Item, TRaw, Answer?> read, FormMoment? at)
    {
        var faults = new List<FieldFault>();
        var look = Look(definition, Read(definition, sent, read, faults), faults, at, withChoices: false);
        return look.Faults.IsEmpty ? look.Checked : AnswerRefusals.Faulty(definition, look.Faults);
    }

    /// <summary>One answer for each item, <c>null</c> where none was sent. What a client sends for a computed item is not looked at.</summary>
    private static Answer?[] Read<TRaw>(InstrumentDefinition definition, IReadOnlyDictionary<string, TRaw> sent, Func<Item, TRaw, Answer?> read, List<FieldFault> faults)
    {
        var given = new Answer?[definition.Items.Length];
        foreach (var (name, raw) in sent)
        {
            if (definition.Shape.IndexOf(name) is not (>= 0 and var at)) faults.Add(AnswerRefusals.UnknownItem(name, definition));
            else if (definition.Items[at].Type == ItemType.Computed) continue;
            else if (read(definition.Items[at], raw) is { } answer) given[at] = answer;
            else faults.Add(AnswerRefusals.NotAllowed(definition.Items[at], AllowedAnswers.Words(definition, definition.Items[at])));
        }
        return given;
    }

    private static FormLook Look(InstrumentDefinition definition, Answer?[] given, List<FieldFault> faults, FormMoment? at, bool withChoices)
    {
        var unreadable = faults.Count == 0 ? null : faults.Select(f => f.Field).ToHashSet();
        var states = FormLogic.Of(definition).Evaluate(given, at, withChoices).Items;
        var kept = new Answer[states.Length];
        var aside = new List<(Item Item, Answer Answer)>();
        for (var i = 0; i < kept.Length; i++)
        {
            var (item, state) = (definition.Items[i], states[i]);
            kept[i] = state.Answer;
            if (unreadable?.Contains(item.Name) == true) continue;
            if (!state.Applies && given[i] is { } sent && Answered(sent)) SetAside(item, sent, aside, faults);
            else if (state.Applies && FaultOf(definition, item, state, given[i] is not null) is { } fault) faults.Add(fault);
        }
        return new(states, new(Answers.Of(definition.Shape, kept), aside.Count == 0 ? null : Answers.Of(aside.Select(a => (a.Item.Name, a.Answer))), [.. aside.Select(a => a.Item)]), [.. faults]);
    }

    private static void SetAside(Item item, Answer answer, List<(Item, Answer)> aside, List<FieldFault> faults)
    {
        if (item.Type == ItemType.Note) faults.Add(AnswerRefusals.NoAnswer(item));
        else if (answer is Answer.Missing { Reason: var reason } && !reason.IsKeyed()) faults.Add(AnswerRefusals.NotKeyed(item));
        else aside.Add((item, answer));
    }

    private static bool Answered(Answer answer) => answer is not Answer.Missing { Reason: MissingReason.NotApplicable or MissingReason.NotStated };

    private static FieldFault? FaultOf(InstrumentDefinition definition, Item item, ItemState state, bool wasSent) => state.Answer switch
    {
        Answer.Missing when state.IsRequired && item.Type.IsKeyed() && !wasSent => state.RequiredMessage is { } said ? new(item.Name, said) : AnswerRefusals.Required(item),
        Answer.Missing { Reason: var reason } => reason.IsKeyed() ? null : AnswerRefusals.NotKeyed(item),
        _ when item.Type == ItemType.Computed => state.Fault is { } unmet ? new(item.Name, unmet) : null,
        Answer.Text { Value.Length: var length } when item.Type == ItemType.Text && length > item.MaxLength => AnswerRefusals.TooLong(item),
        _ when !AllowedAnswers.Allows(definition, item, state.Answer) => AnswerRefusals.NotAllowed(item, AllowedAnswers.Words(definition, item)),
        _ => state.Fault is { } unmet ? new(item.Name, unmet) : null,
    };
}
