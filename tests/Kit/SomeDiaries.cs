using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Tests.Kit;

/// <summary>Interviewers with odd hours, full weeks, leave and appointments, from some instant of 2026 on.</summary>
public static class SomeDiaries
{
    private const string London = "Europe/London";

    public sealed record Calendars(Stamp Stamp, ImmutableArray<InterviewerDiary> People)
    {
        public Roster Roster => new() { People = [.. People.Select(p => p.Terms)] };

        /// <summary>What lies in one month's diary.</summary>
        public Diary Diary(DiaryKey key) => new(key) { Entries = [.. People.First(p => p.Account == key.Owner.Name).Entries] };
    }

    public static Gen<MeetingTimes> SafeTimes { get; } = Gen.Select(Some.Any(Enum.GetValues<DayOfWeek>()), Gen.Int[16, 76], Gen.Int[4, 40], (day, from, length) => new DayHours(day, Quarter(from), Quarter(Math.Min(from + length, 95))))
        .Array[0, 5].Select(hours => new MeetingTimes([.. hours]));

    public static Gen<MeetingWish> Wish { get; } = Gen.Select(Some.Any(VisitMode.FaceToFace, VisitMode.Telephone, VisitMode.Video), Gen.Int[1, 8], Gen.Int[0, 4], Some.Any<PartOfDay?>(null, PartOfDay.Morning, PartOfDay.Evening),
        (mode, minutes, travel, part) => new MeetingWish(mode, 15 * minutes, 15 * travel, Part: part));

    /// <summary>At nine in the morning of a day of the half year in which the small study's first wave is open.</summary>
    private static Gen<Stamp> Now { get; } = Gen.Int[0, 200].Select(day => StampAt(new DateOnly(2026, 1, 12).AddDays(day)));

    public static Gen<Calendars> Of(int people) => Now.SelectMany(now => Person(now.At).Array[1, people].Select(made => new Calendars(now, [.. made.Select((p, i) => p($"i{i}@example.org"))])));

    /// <summary>Everybody from nine to seven on every day, with nothing booked, seen at nine in the morning of a day.</summary>
    public static Calendars Free(string on, params string[] accounts) =>
        new(StampAt(DateOnly.Parse(on, null)), [.. accounts.Select(a => new InterviewerDiary(new(a, [.. Enum.GetValues<DayOfWeek>().Select(d => new DayHours(d, new(9, 0), new(19, 0)))], null), []))]);

    private static Gen<Func<string, InterviewerDiary>> Person(DateTimeOffset now) => Gen.Select(
        Gen.Select(Some.Any(Enum.GetValues<DayOfWeek>()), Gen.Int[28, 60], Gen.Int[2, 40], (day, from, length) => new DayHours(day, Quarter(from), Quarter(Math.Min(from + length, 95)))).Array[1, 7],
        Some.Any<int?>(null, 0, 1, 2, 5),
        Gen.Select(Gen.Int[0, 60 * 96], Gen.Int[1, 40], Gen.Int[0, 9], (quarter, length, kind) => Entry(now, quarter, length, kind)).Array[0, 40],
        (hours, limit, entries) => (Func<string, InterviewerDiary>)(account =>
            new(new(account, [.. hours.DistinctBy(h => h.Day)], limit), [.. Apart(entries)])));

    private static DiaryEntry Entry(DateTimeOffset now, int quarter, int length, int kind)
    {
        var from = new DateTimeOffset(now.Date, TimeSpan.Zero).AddMinutes(15 * quarter);
        var until = from.AddMinutes(15 * length);
        return kind < 2
            ? new(OperationId.Parse($"away-{quarter}"), null, from, until.AddDays(kind), EntryState.Away, null, null)
            : new(OperationId.Parse($"booked-{quarter}"), FamilyId.From($"{quarter}"), from, until, EntryState.Confirmed, LocalTimes.Monday(LocalTimes.Day(London, from)), null);
    }

    private static IEnumerable<DiaryEntry> Apart(IEnumerable<DiaryEntry> entries)
    {
        DateTimeOffset? last = null;
        foreach (var entry in entries.OrderBy(e => e.From).Where(e => last is null || e.From >= last))
        {
            last = entry.Until;
            yield return entry;
        }
    }

    private static Stamp StampAt(DateOnly day) => new(OperationId.Parse("now"), "coordinator@example.org", LocalTimes.Start(London, day).AddHours(9));

    private static TimeOnly Quarter(int quarter) => new(quarter / 4, quarter % 4 * 15);
}
