using System.Collections.Immutable;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries.Slots;

/// <summary>All that a search for slots looks at.</summary>
/// <param name="People">The interviewers of the family's site.</param>
/// <param name="RoomTaken">What the diary of the wished room holds.</param>
/// <param name="Stamp">Who would book, and when it is now.</param>
public sealed record SlotQuestion(
    FamilyState Family, StudyFrame Frame, WaveDesign Wave, MeetingWish Wish, ImmutableArray<InterviewerDiary> People, ImmutableArray<DiaryEntry> RoomTaken, MeetingTimes Times, Stamp Stamp)
{
    public bool NeedsTwo => Wish.NeedsTwo(Family);
}

/// <summary>
/// The next slots that fit a family: in the wave's window, in the interviewers' hours beside what they have with its travel, at times that are safe for the family.
/// The interviewer of the wave before comes first, then who is assigned, then the others; of each interviewer the first start of each part of a day.
/// Where two people are to go, only times at which a second one is free too, who is named; a pair is offered once for a time.
/// </summary>
public static class SlotSearch
{
    public const int Most = 10;

    /// <summary>Days looked through from the first that is possible.</summary>
    public const int DaysAhead = 56;

    public static SlotOffers Of(SlotQuestion q)
    {
        var (family, design) = (q.Family, q.Frame.Design);
        var today = design.Today(q.Stamp.At);
        if (Days(family, design, q.Wave, today) is not { } days) return new(null, [], SlotRefusals.NoWindow);
        if (WhyNone(q, days.Window, today) is { } why) return new(days.Window, [], why);
        var seconds = q.NeedsTwo ? new SecondPeople(q, Everybody(q).OrderBy(p => p.Order).Select(p => p.Who)) : null;
        var slots = Everybody(q).Where(p => q.Wish.Interviewer is not { } only || p.Who.Account == only)
            .SelectMany(p => Starts(q, p.Who, days, seconds).GroupBy(s => (s.Start.Day, s.Start.Part)).Select(g => g.First()).Select(s => new Slot(new(s.Start.Start, p.Who.Account, s.Second), s.Start.Local, p.Order)))
            .OrderBy(s => s.Order).ThenBy(s => s.Choice.Start).ThenBy(s => s.Choice.Interviewer, StringComparer.Ordinal)
            .DistinctBy(s => (s.Choice.Start, Pair(s.Choice))).Take(Most).ToImmutableArray();
        return new(days.Window, slots, slots.IsEmpty ? Refused(q, days.First) ?? (q.NeedsTwo ? SlotRefusals.NoTwoFree(days.Last) : SlotRefusals.NobodyFree(days.Last)) : null);
    }

    /// <summary>The days on which slots are looked for; the last is inside. <c>null</c> without a window.</summary>
    public static (Window Window, DateOnly First, DateOnly Last)? Days(FamilyState family, StudyDesign design, WaveDesign wave, DateOnly today)
    {
        if (WaveWindows.Of(design, family, wave) is not { } window) return null;
        var first = today < window.Opens ? window.Opens : today;
        var last = first.AddDays(DaysAhead - 1);
        return (window, first, last < window.Closes ? last : window.Closes);
    }

    /// <summary>How near an interviewer is to a family: who met it before, who is assigned, anybody else.</summary>
    public static SlotOrder OrderOf(string account, string? before, string? assigned) => account == before ? SlotOrder.Before : account == assigned ? SlotOrder.Assigned : SlotOrder.Other;

    private static Refusal? WhyNone(SlotQuestion q, Window window, DateOnly today) =>
        q.Family.OpenAppointment(q.Wave.Code) is { } booked ? SlotRefusals.Booked(booked.Number)
        : InterviewOutcomes.Of(q.Frame, q.Family, q.Wave.Code) == InterviewOutcome.Complete ? SlotRefusals.Achieved
        : today > window.Closes ? SlotRefusals.WindowOver(window.Closes)
        : q.People.IsEmpty ? SlotRefusals.NobodyThere
        : q.NeedsTwo && q.People.Length < 2 ? SlotRefusals.NoSecond
        : q.Times.Bar;

    private static (string, string?) Pair(SlotChoice choice) =>
        choice.Second is { } second && string.CompareOrdinal(second, choice.Interviewer) < 0 ? (second, choice.Interviewer) : (choice.Interviewer, choice.Second);

    private static IEnumerable<(InterviewerDiary Who, SlotOrder Order)> Everybody(SlotQuestion q)
    {
        var before = InterviewerBefore.Of(q.Family, q.Frame.Design, q.Wave.Code)?.Interviewer;
        var assigned = q.Family.Assignments.LastOrDefault(a => a.Wave == q.Wave.Code)?.Interviewer;
        return q.People.Select(p => (p, OrderOf(p.Account, before, assigned)));
    }

    private static IEnumerable<(OpenStart Start, string? Second)> Starts(SlotQuestion q, InterviewerDiary who, (Window Window, DateOnly First, DateOnly Last) days, SecondPeople? seconds) =>
        OpenStarts.Of(who, days.First, days.Last, q.Wish.Minutes, q.Wish.Travel, q.Frame.Design.TimeZone, q.Stamp.At)
            .Where(s => q.Wish.Part is not { } part || s.Part == part)
            .Where(s => q.Times.Cover(s.Local, q.Wish.Minutes))
            .Where(s => !q.RoomTaken.Any(e => !e.IsExpired(q.Stamp.At) && e.Overlaps(s.Start, s.Start.AddMinutes(q.Wish.Minutes))))
            .Select(s => (Start: s, Second: seconds?.Beside(who.Account, s))).Where(s => seconds is null || s.Second is not null)
            .Where(s => AppointmentRules.Book(q.Family, q.Frame, q.Wish.At(q.Wave.Code, who.Account, s.Start.Start, s.Second), q.Stamp) is Decision<ImmutableArray<FamilyFact>>.Accepted);

    /// <summary>What the family's own rules say about any time at all.</summary>
    private static Refusal? Refused(SlotQuestion q, DateOnly day) =>
        LocalTimes.At(q.Frame.Design.TimeZone, day.AddDays(1), new(12, 0)) is Decision<DateTimeOffset>.Accepted(var noon)
        && AppointmentRules.Book(q.Family, q.Frame, q.Wish.At(q.Wave.Code, q.People[0].Account, noon, q.NeedsTwo ? q.People[1].Account : null), q.Stamp) is Decision<ImmutableArray<FamilyFact>>.Refused { Why: var why } ? why : null;
}
