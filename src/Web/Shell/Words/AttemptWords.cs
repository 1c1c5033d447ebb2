using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>Attempts to reach a family, in the words that people read.</summary>
public static class AttemptWords
{
    public static string Words(this AttemptMode mode) => mode switch
    {
        AttemptMode.Visit => "Visit",
        AttemptMode.Telephone => "Telephone",
        AttemptMode.Video => "Video call",
        AttemptMode.Text => "Text message",
        AttemptMode.Email => "E-mail",
        AttemptMode.Letter => "Letter",
        _ => "Through the worker",
    };

    public static string Words(this NextStep next) => next switch
    {
        NextStep.None => "As the protocol says",
        NextStep.Trace => "Look for the family",
        NextStep.Appointment => "Keep the appointment",
        NextStep.Final => "Nothing more: give it up",
        _ => next.Mode()!.Value.Words(),
    };

    public static string Words(this TryState state) => state switch { TryState.Now => "To try now", TryState.Later => "Later", TryState.Dispose => "To be given up", _ => "Not to be tried" };

    public static Tone Tone(this TryState state) => state switch { TryState.Now => Components.Tone.Waiting, TryState.Dispose => Components.Tone.Attention, _ => Components.Tone.Neutral };

    /// <summary>An outcome with the way it belongs to, where it belongs to one: <c>Telephone: engaged</c>.</summary>
    public static string LongWords(this AttemptOutcome outcome) => outcome.Modes.IsEmpty ? outcome.Label : $"{(outcome.Modes.Length > 1 && !outcome.Modes.Contains(AttemptMode.Telephone) ? "Message" : outcome.Modes[^1] == AttemptMode.Video ? "Call" : outcome.Modes[0].Words())}: {char.ToLowerInvariant(outcome.Label[0])}{outcome.Label[1..]}";
}
