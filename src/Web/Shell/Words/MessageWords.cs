using SosLongitudinal.Study.Reminders;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Shell.Words;

/// <summary>What became of messages, in the words that people read.</summary>
public static class MessageWords
{
    public static string Words(this MessageOutcome outcome) => outcome switch
    {
        MessageOutcome.Sent => "Sent",
        MessageOutcome.Refused => "Not taken by the mail server",
        MessageOutcome.Unsafe => "Held back: not safe",
        MessageOutcome.NoAddress => "No e-mail address",
        _ => "Not known, may have been sent",
    };

    public static Tone Tone(this MessageOutcome outcome) => outcome switch
    {
        MessageOutcome.Sent => Components.Tone.Good,
        MessageOutcome.Refused => Components.Tone.Bad,
        MessageOutcome.Unknown => Components.Tone.Attention,
        _ => Components.Tone.Neutral,
    };
}
