using SosLongitudinal.Study.Instruments;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Tray;
using SosLongitudinal.Web.Pages.Forms.Fields;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Tray;

/// <summary>What is typed of a paper beside its answers.</summary>
internal sealed record PaperFields(string Batch, TypedDate ReceivedOn, string Box, string Wave, TypedDate CompletedOn, string Note)
{
    /// <summary>The form that they make with the answers; faults are kept in <paramref name="typed"/>, those of answers come back.</summary>
    public Decision<TrayForm>? Read(TypedFields typed, TypedAnswers answers, InstrumentDefinition definition)
    {
        var received = typed.Read(ReceivedOn.Read("ReceivedOn", "day on which it was received"));
        DateOnly? filled = CompletedOn.IsEmpty ? null : typed.Read(CompletedOn.Read("CompletedOn", "day on which it was filled in"));
        if (typed.Refusal is not null) return null;
        return answers.Check(definition, filled ?? received).Select(held => new TrayForm(Batch.Trim(), received, Box.Trim(), definition.Id, definition.Version, definition.Language, held.Answers)
        {
            Aside = held.Aside, CompletedOn = filled, Wave = WaveCode.TryParse(Wave, null, out var wave) ? wave : null, Note = Note.Trim() is { Length: > 0 } note ? note : null,
        });
    }
}
