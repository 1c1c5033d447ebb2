using System.Collections.Immutable;
using System.Globalization;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries.Slots;

/// <summary>Why an interviewer comes to mind for a family; the first is to be preferred.</summary>
public enum SlotOrder
{
    /// <summary>Met the family at the wave before.</summary>
    Before = 0,
    /// <summary>Is assigned to the family at this wave.</summary>
    Assigned = 1,
    Other = 2,
}

/// <summary>Who, and from when; as text <c>2026-03-04T10:00+00:00~alice@example.org</c>, after a space the second person where two go.</summary>
public readonly record struct SlotChoice(DateTimeOffset Start, string Interviewer, string? Second = null) : IParsable<SlotChoice>
{
    private const string Form = "yyyy-MM-dd'T'HH:mmzzz";

    public override string ToString() => $"{Start.ToString(Form, CultureInfo.InvariantCulture)}~{Interviewer}{(Second is null ? "" : $" {Second}")}";

    public static bool TryParse(string? text, IFormatProvider? provider, out SlotChoice choice)
    {
        choice = default;
        if (text?.Split('~', 2) is not [var at, var people] || people.Split(' ') is not [{ Length: > 0 and <= 254 } who, .. { Length: <= 1 } along] || along is [{ Length: 0 or > 254 }] || !DateTimeOffset.TryParseExact(at, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)) return false;
        choice = new(start, who, along is [var second] ? second : null);
        return true;
    }

    public static SlotChoice Parse(string text, IFormatProvider? provider = null) => TryParse(text, provider, out var choice) ? choice : throw new FormatException($"'{text}' is not a slot.");
}

/// <summary>A time that fits a family and an interviewer.</summary>
public sealed record Slot(SlotChoice Choice, DateTime Local, SlotOrder Order);

/// <summary>What is offered to a family at a wave, best first.</summary>
/// <param name="None">Why there is nothing to offer.</param>
public sealed record SlotOffers(Window? Window, ImmutableArray<Slot> Slots, Refusal? None = null);

/// <summary>Why no slot is offered. Codes are public and never reworded.</summary>
public static class SlotRefusals
{
    public static readonly Refusal NoWindow = new("slots.no-window", "This wave has no window for the family: its cohort is not in the design.", RefusalKind.Conflict);
    public static readonly Refusal NobodyThere = new("slots.no-interviewer", "No interviewer has an account for this family's site.", RefusalKind.Conflict);
    public static readonly Refusal NoSecond = new("slots.no-second", "Two people go to this family, and only one interviewer has an account for its site. Add another, or offer the telephone or video.", RefusalKind.Conflict);
    public static readonly Refusal Unchosen = new("slots.unchosen", "Choose one of the times.");
    public static readonly Refusal Achieved = new("slots.achieved", "The interview of this wave is done.", RefusalKind.Conflict);
    public static Refusal WindowOver(DateOnly closed) => new("slots.window-over", $"The window closed on {DayWords.Of(closed)}. Book another time by hand if the family is still to be met.", RefusalKind.Conflict);
    public static Refusal Booked(int number) => new("slots.booked", $"Appointment {number} of this wave is still to come. Move it instead.", RefusalKind.Conflict);
    public static Refusal NoTwoFree(DateOnly last) => new("slots.no-two-free", $"Two people go to this family, and until {DayWords.Of(last)} no two are free together at a time that suits and is safe. Try another length, way or interviewer, or book another time by hand.", RefusalKind.Conflict);
    public static Refusal NobodyFree(DateOnly last) => new("slots.nobody-free", $"Until {DayWords.Of(last)} nobody is free at a time that suits and is safe. Try another length, way or interviewer, or book another time by hand.", RefusalKind.Conflict);
}
