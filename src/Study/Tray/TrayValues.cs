using System.Collections.Immutable;
using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Instruments.Drafting.Joining;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Tray;

/// <summary>One thing that a paper says: <c>paper:batch</c>, <c>item:damp</c>.</summary>
public sealed record TrayValue(string Name, Answer Value);

/// <summary>A form of a tray taken apart into what two people can read differently, and put together again.</summary>
public static class TrayValues
{
    private const string Batch = "paper:batch", ReceivedOn = "paper:receivedOn", Box = "paper:box", Wave = "paper:wave", CompletedOn = "paper:completedOn", Note = "paper:note", Item = "item:";

    public static ImmutableArray<TrayValue> Of(TrayForm form, InstrumentDefinition definition)
    {
        var values = ImmutableArray.CreateBuilder<TrayValue>();
        values.AddRange(new(Batch, Answer.Of(form.Batch)), new(ReceivedOn, Answer.Of(form.ReceivedOn)), new(Box, Answer.Of(form.Box)));
        if (form.Wave is { } wave) values.Add(new(Wave, Answer.Of(wave.Text)));
        if (form.CompletedOn is { } on) values.Add(new(CompletedOn, Answer.Of(on)));
        if (form.Note is { } note) values.Add(new(Note, Answer.Of(note)));
        foreach (var item in definition.Items.Where(i => i.Type.IsKeyed()))
            if (Keyed(form.Answers[item.Name]) is { } answer || Keyed(form.Aside?[item.Name]) is { } aside && (answer = aside) is not null) values.Add(new(Item + item.Name, answer));
        return values.ToImmutable();
    }

    /// <summary>The form that these values make; what a changed answer closes goes aside, as on every way in.</summary>
    public static Decision<TrayForm> Form(TrayForm like, InstrumentDefinition definition, ImmutableArray<TrayValue> values)
    {
        var told = values.ToDictionary(v => v.Name, v => v.Value);
        string? Text(string name) => told.GetValueOrDefault(name)?.AsText();
        DateOnly? Day(string name) => (told.GetValueOrDefault(name) as Answer.Date)?.Value;
        var form = like with
        {
            Batch = Text(Batch) ?? "", ReceivedOn = Day(ReceivedOn) ?? like.ReceivedOn, Box = Text(Box) ?? "", Wave = WaveCode.TryParse(Text(Wave), null, out var wave) ? wave : null, CompletedOn = Day(CompletedOn), Note = Text(Note),
        };
        var answers = Answers.Of(values.Where(v => v.Name.StartsWith(Item, StringComparison.Ordinal)).Select(v => (v.Name[Item.Length..], v.Value)));
        return AnswerRules.Check(definition, answers, FormMoment.On(form.CompletedOn ?? form.ReceivedOn)).Select(held => form with { Answers = held.Answers, Aside = held.Aside });
    }

    public static RowKind<TrayValue> Kind { get; } = new(v => v.Name, v => [("It says", v.Value.Said())]);

    private static Answer? Keyed(Answer? answer) => answer is Answer.Missing { Reason: var reason } && !reason.IsKeyed() ? null : answer;
}
