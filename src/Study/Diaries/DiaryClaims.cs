using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

/// <summary>What a plan takes in one diary.</summary>
public sealed record DiaryClaim(DiaryKey Diary, DateTimeOffset From, DateTimeOffset Until, DateOnly? Week, bool DecidesWeek)
{
    public DiaryHold For(FamilyId family, Roster roster, OperationId? replaces) =>
        new(family, From, Until, Week, DecidesWeek ? roster.WeeklyLimitOf(Diary.Owner.Name) : null, replaces);

    public DiaryHold For(GroupId group, Roster roster, OperationId? replaces) =>
        new(null, From, Until, Week, DecidesWeek ? roster.WeeklyLimitOf(Diary.Owner.Name) : null, replaces) { Group = group };
}

/// <summary>
/// The diaries that an appointment or a focus group concerns. Over a month's end it is in both months' diaries; a person's stands also in that of the month in which its week
/// begins, so that one diary decides the week's limit.
/// </summary>
public static class DiaryClaims
{
    /// <summary>In one order for all bookings, so that two that want the same diaries meet at the first of them.</summary>
    public static ImmutableArray<DiaryClaim> Of(AppointmentPlan plan, string timeZone) =>
        Of(plan.Second is { } second ? [plan.Interviewer, second] : [plan.Interviewer], plan.Room, plan.Start, plan.Minutes, plan.Travel, timeZone);

    /// <summary>The diaries of everybody who comes to a meeting, and of its room.</summary>
    /// <param name="travel">Minutes that the people need before it and after it.</param>
    public static ImmutableArray<DiaryClaim> Of(IEnumerable<string> people, RoomCode? place, DateTimeOffset start, int minutes, int travel, string timeZone)
    {
        var claims = new List<DiaryClaim>(4);
        foreach (var account in people) Person(claims, account, start, minutes, travel, timeZone);
        if (place is { } room) foreach (var month in Months(start, start.AddMinutes(minutes), timeZone)) claims.Add(new(new(DiaryOwner.Room(room), month), start, start.AddMinutes(minutes), null, false));
        return [.. claims.OrderBy(c => c.Diary.ToString(), StringComparer.Ordinal)];
    }

    private static void Person(List<DiaryClaim> claims, string account, DateTimeOffset start, int minutes, int travel, string timeZone)
    {
        var (from, until) = (start.AddMinutes(-travel), start.AddMinutes(minutes + travel));
        var week = LocalTimes.Monday(LocalTimes.Day(timeZone, start));
        var home = DiaryMonth.Of(week);
        foreach (var month in Months(from, until, timeZone).Append(home).Distinct()) claims.Add(new(new(DiaryOwner.Person(account), month), from, until, week, month == home));
    }

    /// <summary>The months of local dates that a time touches; its end is not inside.</summary>
    public static IEnumerable<DiaryMonth> Months(DateTimeOffset from, DateTimeOffset until, string timeZone)
    {
        var last = DiaryMonth.Of(LocalTimes.Day(timeZone, until.AddTicks(-1)));
        for (var month = DiaryMonth.Of(LocalTimes.Day(timeZone, from)); month.CompareTo(last) <= 0; month = month.Next) yield return month;
    }
}
