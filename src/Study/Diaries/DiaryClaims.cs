using System.Collections.Immutable;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries;

/// <summary>What a plan takes in one diary.</summary>
public sealed record DiaryClaim(DiaryKey Diary, DateTimeOffset From, DateTimeOffset Until, DateOnly? Week, bool DecidesWeek)
{
    public DiaryHold For(FamilyId family, Roster roster, OperationId? replaces) =>
        new(family, From, Until, Week, DecidesWeek ? roster.WeeklyLimitOf(Diary.Owner.Name) : null, replaces);
}

/// <summary>
/// The diaries that an appointment concerns. Over a month's end it is in both months' diaries; a person's stands also in that of the month in which its week
/// begins, so that one diary decides the week's limit.
/// </summary>
public static class DiaryClaims
{
    /// <summary>In one order for all bookings, so that two that want the same diaries meet at the first of them.</summary>
    public static ImmutableArray<DiaryClaim> Of(AppointmentPlan plan, string timeZone)
    {
        var claims = new List<DiaryClaim>(4);
        Person(claims, plan, plan.Interviewer, timeZone);
        if (plan.Second is { } second) Person(claims, plan, second, timeZone);
        if (plan.Room is { } room) foreach (var month in Months(plan.Start, plan.End, timeZone)) claims.Add(new(new(DiaryOwner.Room(room), month), plan.Start, plan.End, null, false));
        return [.. claims.OrderBy(c => c.Diary.ToString(), StringComparer.Ordinal)];
    }

    private static void Person(List<DiaryClaim> claims, AppointmentPlan plan, string account, string timeZone)
    {
        var (from, until) = (plan.Start.AddMinutes(-plan.Travel), plan.End.AddMinutes(plan.Travel));
        var week = LocalTimes.Monday(LocalTimes.Day(timeZone, plan.Start));
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
