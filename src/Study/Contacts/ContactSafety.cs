using Orleans;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Contacts;

/// <summary>A way in which somebody means to reach a member, or has.</summary>
/// <param name="Local">What clocks show in the study's time zone then; <c>null</c> where the time is not set yet.</param>
/// <param name="Number">The number to be used, where one is named; it is checked and never kept.</param>
[GenerateSerializer, Immutable, Alias("sos.contact-use")]
public sealed record ContactUse([property: Id(0)] AttemptMode Mode, [property: Id(1)] DateTime? Local, [property: Id(2)] string? Number = null, [property: Id(3)] bool LeavesMessage = false)
{
    /// <summary>How the next step would reach them; checked too, so that nobody is sent to do what is forbidden.</summary>
    [Id(4)] public AttemptMode? Next { get; init; }

    /// <summary>Where it takes a while, how long: the whole of it must be safe.</summary>
    [Id(5)] public int Minutes { get; init; }

    /// <summary>They are met in person away from their home, to which "do not visit" speaks not.</summary>
    [Id(6)] public bool Elsewhere { get; init; }
}

/// <summary>What a member's safe-contact flags forbid. Whatever reaches families asks here first.</summary>
public static class ContactSafety
{
    /// <summary>Why not; <c>null</c> where nothing forbids it.</summary>
    public static Refusal? Fault(SafeContact safety, ContactUse use) =>
        Bar(safety, use.Mode, use.Elsewhere) is { } bar ? bar.At("mode")
        : use.LeavesMessage && safety.NoMessages ? SafetyRefusals.NoMessages.At("outcome")
        : use.Number is { } number && safety.UnsafeNumbers.Any(n => Digits(n) == Digits(number)) ? SafetyRefusals.Number.At("number")
        : use is { Local: { } local, Mode: AttemptMode.Visit or AttemptMode.Telephone or AttemptMode.Video or AttemptMode.Text } && !Times(safety).Cover(local, Math.Max(use.Minutes, 1))
            ? SafetyRefusals.Hours(string.Join(", ", safety.Hours)).At("at")
        : use.Next is { } next && Bar(safety, next) is { } later ? later.At("next")
        : null;

    /// <summary>What planning needs to know: whether a member may be met so, and in which hours.</summary>
    public static MeetingTimes Times(SafeContact safety, AttemptMode mode, bool elsewhere) => Times(safety) with { Bar = Bar(safety, mode, elsewhere)?.At("mode") };

    private static MeetingTimes Times(SafeContact safety) => new([.. safety.Hours.SelectMany(h => h.Days.Select(day => new DayHours(day, h.From, h.To)))]);

    private static Refusal? Bar(SafeContact safety, AttemptMode mode, bool elsewhere = false) => mode switch
    {
        AttemptMode.Telephone or AttemptMode.Video when safety.DoNotCall => SafetyRefusals.DoNotCall,
        AttemptMode.Text when safety.DoNotText => SafetyRefusals.DoNotText,
        AttemptMode.Letter when safety.NoLetters => SafetyRefusals.NoLetters,
        AttemptMode.Visit when safety.DoNotVisit && !elsewhere => SafetyRefusals.DoNotVisit,
        AttemptMode.Email when safety.DoNotEmail => SafetyRefusals.DoNotEmail,
        _ => null,
    };

    /// <summary>The same number however it is written, with the country's code or without.</summary>
    private static string Digits(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.StartsWith("0044", StringComparison.Ordinal) ? "0" + digits[4..].TrimStart('0') : digits.StartsWith("44", StringComparison.Ordinal) && digits.Length > 10 ? "0" + digits[2..].TrimStart('0') : digits;
    }
}

/// <summary>Refusals of what is not safe. Codes are public and never reworded.</summary>
public static class SafetyRefusals
{
    public static readonly Refusal DoNotCall = new("safety.do-not-call", "Do not call this member. Choose another way.", RefusalKind.Conflict);
    public static readonly Refusal DoNotText = new("safety.do-not-text", "Do not text this member. Choose another way.", RefusalKind.Conflict);
    public static readonly Refusal NoLetters = new("safety.no-letters", "Send this member no letters. Choose another way.", RefusalKind.Conflict);
    public static readonly Refusal DoNotVisit = new("safety.do-not-visit", "Do not visit this member. Choose another way.", RefusalKind.Conflict);
    public static readonly Refusal DoNotEmail = new("safety.do-not-email", "Do not e-mail this member. Choose another way.", RefusalKind.Conflict);
    public static readonly Refusal NoMessages = new("safety.no-messages", "Leave this member no messages.", RefusalKind.Conflict);
    public static readonly Refusal Number = new("safety.number", "This number must never be used for this member.", RefusalKind.Conflict);
    public static readonly Refusal HoursUnreadable = new("safety.hours-unreadable", "Give safe hours one on each line, such as Mon-Fri 9:00-15:00; at most 14 lines.");
    public static Refusal Hours(string hours) => new("safety.hours", $"This is outside the hours that are safe for this member: {hours}.", RefusalKind.Conflict);
}
