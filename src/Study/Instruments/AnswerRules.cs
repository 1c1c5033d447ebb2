using System.Collections.Immutable;
using System.Text.Json;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Instruments;

/// <summary>Holds what was keyed or sent against a definition. The result has every item in form order; what was left out is not stated.</summary>
public static class AnswerRules
{
    /// <summary>Answers as an API client sends them.</summary>
    public static Decision<Answers> Check(InstrumentDefinition definition, IReadOnlyDictionary<string, JsonElement> sent) =>
        Check(definition, sent, (_, element) => AnswerReading.Of(element));

    /// <summary>Answers as a person keys them: text by item name.</summary>
    public static Decision<Answers> Check(InstrumentDefinition definition, IReadOnlyDictionary<string, string?> keyed) =>
        Check(definition, keyed, AnswerReading.Of);

    public static Decision<Answers> Check(InstrumentDefinition definition, Answers sent) =>
        Check(definition, sent.All().ToDictionary(a => a.Name, a => a.Answer));

    public static Decision<Answers> Check(InstrumentDefinition definition, IReadOnlyDictionary<string, Answer> sent) =>
        Check(definition, sent, [.. sent.Keys.Where(name => definition.ItemOf(name) is null).Select(name => AnswerRefusals.UnknownItem(name, definition))]);

    private static Decision<Answers> Check<TRaw>(InstrumentDefinition definition, IReadOnlyDictionary<string, TRaw> sent, Func<Item, TRaw, Answer?> read)
    {
        var answers = new Dictionary<string, Answer>(sent.Count);
        var faults = new List<FieldFault>();
        foreach (var (name, raw) in sent)
        {
            if (definition.ItemOf(name) is not { } item) faults.Add(AnswerRefusals.UnknownItem(name, definition));
            else if (read(item, raw) is { } answer) answers[name] = answer;
            else faults.Add(AnswerRefusals.NotAllowed(item, AllowedAnswers.Words(definition, item)));
        }
        return Check(definition, answers, faults);
    }

    private static Decision<Answers> Check(InstrumentDefinition definition, IReadOnlyDictionary<string, Answer> sent, List<FieldFault> faults)
    {
        var kept = new Answer[definition.Items.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            var item = definition.Items[i];
            var answer = sent.GetValueOrDefault(item.Name) ?? Answer.Of(MissingReason.NotStated);
            var gate = ClosedGate(definition, item, kept);
            kept[i] = gate is null ? answer : Answer.Of(MissingReason.NotApplicable);
            if (faults.Exists(f => f.Field == item.Name)) continue;
            var fault = gate is null ? FaultOf(definition, item, answer, sent.ContainsKey(item.Name)) : Answered(answer) ? AnswerRefusals.Closed(item, gate) : null;
            if (fault is not null) faults.Add(fault);
        }
        return faults.Count == 0 ? Answers.Of(definition.Shape, kept) : AnswerRefusals.Faulty(definition, [.. faults]);
    }

    /// <summary>The item that makes this one not applicable; <c>null</c> where it applies. A gate without an answer closes nothing.</summary>
    private static Item? ClosedGate(InstrumentDefinition definition, Item item, Answer[] kept)
    {
        if (item.Relevance is not { } relevance || definition.Shape.IndexOf(relevance.Item) is not (>= 0 and var at)) return null;
        return kept[at] switch
        {
            Answer.Code { Value: var code } when !relevance.Values.Contains(code) => definition.Items[at],
            Answer.Codes { Values: var codes } when !codes.Any(relevance.Values.Contains) => definition.Items[at],
            Answer.Missing { Reason: MissingReason.NotApplicable } => definition.Items[at],
            _ => null,
        };
    }

    private static bool Answered(Answer answer) => answer is not Answer.Missing { Reason: MissingReason.NotApplicable or MissingReason.NotStated };

    private static FieldFault? FaultOf(InstrumentDefinition definition, Item item, Answer answer, bool wasSent) => answer switch
    {
        Answer.Missing when item.Required && !wasSent => AnswerRefusals.Required(item),
        Answer.Missing { Reason: var reason } => reason.IsKeyed() ? null : AnswerRefusals.NotKeyed(item),
        Answer.Text { Value.Length: var length } when item.Type == ItemType.Text && length > item.MaxLength => AnswerRefusals.TooLong(item),
        _ => AllowedAnswers.Allows(definition, item, answer) ? null : AnswerRefusals.NotAllowed(item, AllowedAnswers.Words(definition, item)),
    };
}
