using System.Collections.Immutable;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.Edits;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Pages.Forms.Fields;

namespace SosLongitudinal.Web.Pages.Forms.Edit;

/// <summary>What a person changed on a form, read off its fields: only what differs from what they were shown.</summary>
public static class EditedFields
{
    public static Decision<Answers> Changes(InstrumentDefinition definition, Form form, int seen, TypedAnswers typed, DateOnly on)
    {
        var read = typed.For(definition, on);
        var changes = new List<(string Name, Answer Answer)>();
        var faults = ImmutableArray.CreateBuilder<FieldFault>();
        foreach (var item in definition.Items.Where(i => i.Type.IsKeyed()))
        {
            var text = read.GetValueOrDefault(item.Name);
            var before = EditConflicts.At(form, item.Name, seen);
            if (string.IsNullOrEmpty(text) && !WasKeyed(before)) continue;
            if (AnswerReading.Of(item, text) is not { } answer) faults.Add(AnswerRefusals.NotAllowed(item, AllowedAnswers.Words(definition, item)));
            else if (answer != before) changes.Add((item.Name, answer));
        }
        return faults.Count > 0 ? AnswerRefusals.Faulty(definition, faults.DrainToImmutable()) : Answers.Of(Applying(definition, form, changes, read, on));
    }

    /// <summary>A field that the page closed was not sent: that is no wish to empty it, its answer goes aside by itself.</summary>
    private static IEnumerable<(string, Answer)> Applying(InstrumentDefinition definition, Form form, List<(string Name, Answer Answer)> changes, IReadOnlyDictionary<string, string?> read, DateOnly on)
    {
        var kept = AnswerRules.Check(definition, EditedAnswers.Of(form, Answers.Of(changes)), FormMoment.On(on)).Match<Answers?>(held => held.Answers, _ => null);
        return changes.Where(c => !string.IsNullOrEmpty(read.GetValueOrDefault(c.Name)) || kept is null || kept[c.Name] is not Answer.Missing { Reason: MissingReason.NotApplicable });
    }

    private static bool WasKeyed(Answer answer) => answer is not Answer.Missing { Reason: var reason } || reason.IsKeyed();
}
