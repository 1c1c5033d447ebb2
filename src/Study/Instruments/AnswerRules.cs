using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Study.Kernel;

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

    private static Decision<CheckedAnswers> Check<TRaw>(InstrumentDefinition definition, IReadOnlyDictionary<string, TRaw> sent, Func<Item, TRaw, Answer?> read, FormMoment? at)
    {
        var answers = new Dictionary<string, Answer>(sent.Count);
        var faults = new List<FieldFault>();
        foreach (var (name, raw) in sent)
        {
            if (definition.ItemOf(name) is not { } item) faults.Add(AnswerRefusals.UnknownItem(name, definition));
            else if (item.Type == ItemType.Computed) continue;
            else if (read(item, raw) is { } answer) answers[name] = answer;
            else faults.Add(AnswerRefusals.NotAllowed(item, AllowedAnswers.Words(definition, item)));
        }
        return Check(definition, answers, faults);
    }

    private static Decision<CheckedAnswers> Check(InstrumentDefinition definition, IReadOnlyDictionary<string, Answer> sent, List<FieldFault> faults)
    {
        var kept = new Answer[definition.Items.Length];
        var aside = new List<(Item Item, Answer Answer)>();
        for (var i = 0; i < kept.Length; i++)
        {
            var item = definition.Items[i];
            var answer = sent.GetValueOrDefault(item.Name) ?? Answer.Of(MissingReason.NotStated);
            var applies = item.Type != ItemType.Note && !IsClosed(definition, item, kept);
            kept[i] = applies ? answer : Answer.Of(MissingReason.NotApplicable);
            if (faults.Exists(f => f.Field == item.Name)) continue;
            if (applies && FaultOf(definition, item, answer, sent.ContainsKey(item.Name)) is { } fault) faults.Add(fault);
            else if (!applies && Answered(answer)) SetAside(item, answer, aside, faults);
        }
        return faults.Count == 0 ? Checked(definition, kept, aside) : AnswerRefusals.Faulty(definition, [.. faults]);
    }

    private static CheckedAnswers Checked(InstrumentDefinition definition, Answer[] kept, List<(Item Item, Answer Answer)> aside) => new(
        Answers.Of(definition.Shape, kept),
        aside.Count == 0 ? null : Answers.Of(aside.Select(a => (a.Item.Name, a.Answer))),
        [.. aside.Select(a => a.Item)]);

    private static void SetAside(Item item, Answer answer, List<(Item, Answer)> aside, List<FieldFault> faults)
    {
        if (item.Type == ItemType.Note) faults.Add(AnswerRefusals.NoAnswer(item));
        else if (answer is Answer.Missing { Reason: var reason } && !reason.IsKeyed()) faults.Add(AnswerRefusals.NotKeyed(item));
        else aside.Add((item, answer));
    }

    /// <summary>Whether a gate makes the item not applicable. A gate without an answer closes nothing.</summary>
    private static bool IsClosed(InstrumentDefinition definition, Item item, Answer[] kept)
    {
        if (item.Relevance is not { } relevance || definition.Shape.IndexOf(relevance.Item) is not (>= 0 and var at)) return false;
        return kept[at] switch
        {
            Answer.Code { Value: var code } => !relevance.Values.Contains(code),
            Answer.Codes { Values: var codes } => !codes.Any(relevance.Values.Contains),
            Answer.Missing { Reason: MissingReason.NotApplicable } => true,
            _ => false,
        };
    }

    private static bool Answered(Answer answer) => answer is not Answer.Missing { Reason: MissingReason.NotApplicable or MissingReason.NotStated };

    private static FieldFault? FaultOf(InstrumentDefinition definition, Item item, Answer answer, bool wasSent) => answer switch
    {
        Answer.Missing when item.Required && item.Type.IsKeyed() && !wasSent => AnswerRefusals.Required(item),
        Answer.Missing { Reason: var reason } => reason.IsKeyed() ? null : AnswerRefusals.NotKeyed(item),
        Answer.Text { Value.Length: var length } when item.Type == ItemType.Text && length > item.MaxLength => AnswerRefusals.TooLong(item),
        _ => AllowedAnswers.Allows(definition, item, answer) ? null : AnswerRefusals.NotAllowed(item, AllowedAnswers.Words(definition, item)),
    };
}
