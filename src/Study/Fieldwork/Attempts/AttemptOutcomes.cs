using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SosLongitudinal.Study.Fieldwork.Attempts;

/// <summary>Whom an attempt reached.</summary>
public enum Reached { Nobody = 0, Household = 1, Respondent = 2 }

/// <summary>What an attempt came to.</summary>
/// <param name="Aapor">The AAPOR code; empty for a state of the study's own. Codes of telephone numbers are never final here (DOMAIN §3.2).</param>
/// <param name="Final">The final disposition that it points to where nothing more is tried.</param>
public sealed record AttemptOutcome(string Code, string Aapor, string Label, Reached Reached, string Final, ImmutableArray<AttemptMode> Modes)
{
    public bool Fits(AttemptMode mode) => Modes.IsEmpty || Modes.Contains(mode);
}

/// <summary>Outcomes of attempts: AAPOR's, and the study's own. Codes are stored; append only.</summary>
public static class AttemptOutcomes
{
    public const string MessageLeft = "message-left";
    public const string Appointment = "appointment";

    private static readonly ImmutableArray<AttemptMode> Visited = [AttemptMode.Visit];
    private static readonly ImmutableArray<AttemptMode> Rung = [AttemptMode.Telephone, AttemptMode.Video];
    private static readonly ImmutableArray<AttemptMode> Sent = [AttemptMode.Text, AttemptMode.Email, AttemptMode.Letter];
    private static readonly ImmutableArray<AttemptMode> Asked = [AttemptMode.Worker];

    public static IReadOnlyList<AttemptOutcome> All { get; } =
    [
        new("no-answer", "3.13", "No answer", Reached.Nobody, "2.20", Rung),
        new("busy", "3.12", "Engaged", Reached.Nobody, "2.20", Rung),
        new("answering-machine", "2.221", "Answering machine, no message left", Reached.Nobody, "2.20", Rung),
        new(MessageLeft, "2.222", "Message left", Reached.Nobody, "2.20", Rung),
        new("disconnected", "4.32", "Number not in use", Reached.Nobody, "3.18", Rung),
        new("wrong-number", "4.41", "Wrong number", Reached.Nobody, "3.18", Rung),
        new("fax", "4.20", "Fax or data line", Reached.Nobody, "3.18", Rung),
        new("business", "4.51", "A business's number", Reached.Nobody, "3.18", Rung),
        new("no-one-home", "2.24", "No one at home", Reached.Nobody, "2.24", Visited),
        new("cannot-enter", "2.23", "Could not enter the building", Reached.Nobody, "2.23", Visited),
        new("address-not-found", "3.18", "Address could not be found", Reached.Nobody, "3.18", Visited),
        new("moved", "3.18", "No longer lives there", Reached.Nobody, "3.18", []),
        new("sent", "", "Sent", Reached.Nobody, "2.20", Sent),
        new("came-back", "3.18", "Came back undelivered", Reached.Nobody, "3.18", Sent),
        new("replied", "", "Replied", Reached.Respondent, "2.20", Sent),
        new("worker-passes-on", "", "The worker will pass it on", Reached.Nobody, "2.20", Asked),
        new("worker-advises-against", "", "The worker advises against contact now", Reached.Nobody, "2.36", Asked),
        new("worker-no-reply", "", "No reply from the worker", Reached.Nobody, "2.20", Asked),
        new("traced", "", "New contact details found", Reached.Nobody, "2.20", []),
        new("not-traced", "3.18", "Looked for and not found", Reached.Nobody, "3.18", []),
        new("household", "", "Spoke to somebody else there", Reached.Household, "2.20", []),
        new("away", "2.25", "Respondent away", Reached.Household, "2.25", []),
        new(Appointment, "", "Appointment made", Reached.Respondent, "2.20", []),
        new("appointment-broken", "", "Appointment not kept", Reached.Nobody, "2.20", []),
        new("not-now", "", "Asked to be tried another time", Reached.Respondent, "2.20", []),
        new("hesitant", "", "Unwilling this time, did not refuse", Reached.Respondent, "2.11", []),
        new("refused", "2.112", "Respondent refused", Reached.Respondent, "2.112", []),
        new("household-refused", "2.111", "Household refused", Reached.Household, "2.111", []),
        new("broke-off", "2.12", "Broke off", Reached.Respondent, "2.12", []),
        new("unable", "2.32", "Physically or mentally unable", Reached.Household, "2.32", []),
        new("language", "2.33", "Language", Reached.Household, "2.33", []),
        new("died", "2.31", "Died", Reached.Household, "2.31", []),
        new("unsafe", "3.17", "Unsafe to reach", Reached.Nobody, "3.17", []),
        new("safeguarding", "2.36", "Stopped to safeguard somebody", Reached.Household, "2.36", []),
        new("interviewed", "", "Interview held", Reached.Respondent, "2.36", []),
    ];

    private static readonly FrozenDictionary<string, AttemptOutcome> ByCode = All.ToFrozenDictionary(o => o.Code);

    public static AttemptOutcome? Find(string code) => ByCode.GetValueOrDefault(code);
}
