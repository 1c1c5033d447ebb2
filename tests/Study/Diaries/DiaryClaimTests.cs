using CsCheck;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Study.Diaries;

public sealed class DiaryClaimTests
{
    private const string London = "Europe/London";

    private static AppointmentPlan Plan(string on, string at, int minutes = 60, int travel = 0, string? room = null) =>
        new(StudyBuilder.T1, VisitMode.FaceToFace, "alice@example.org", LocalTimes.At(London, DateOnly.Parse(on, null), TimeOnly.Parse(at, null)).Accepted(), minutes, travel, room is null ? null : new RoomCode(room));

    private static IEnumerable<string> Diaries(AppointmentPlan plan) => DiaryClaims.Of(plan, London).Select(c => $"{c.Diary}");

    [Fact]
    public void An_appointment_over_a_month_s_end_is_in_both_diaries_of_person_and_room() => Assert.Equal(
        ["person~alice@example.org~2026-03", "person~alice@example.org~2026-04", "room~ashmere-1~2026-03", "room~ashmere-1~2026-04"],
        Diaries(Plan("2026-03-31", "23:30", 60, 0, "ashmere-1")));

    [Fact]
    public void Travel_over_a_month_s_end_takes_the_person_s_time_there_and_not_the_room_s() => Assert.Equal(
        ["person~alice@example.org~2026-08", "person~alice@example.org~2026-09", "room~ashmere-1~2026-08"], Diaries(Plan("2026-08-31", "22:30", 60, 60, "ashmere-1")));

    [Fact]
    public void The_week_s_limit_is_decided_in_the_month_of_its_Monday()
    {
        var claims = DiaryClaims.Of(Plan("2026-04-02", "10:00"), London); // a Thursday; its Monday is 30 March

        Assert.Equal([("person~alice@example.org~2026-03", true), ("person~alice@example.org~2026-04", false)], claims.Select(c => ($"{c.Diary}", c.DecidesWeek)));
        Assert.All(claims, c => Assert.Equal(new DateOnly(2026, 3, 30), c.Week));
    }

    [Fact]
    public void All_appointments_of_a_week_are_claimed_of_one_diary_that_decides() =>
        Gen.Select(Some.Day, Gen.Int[0, 6], Gen.Int[0, 23], (day, later, hour) => (LocalTimes.Monday(day), later, hour)).Sample(w =>
        {
            var start = LocalTimes.Start(London, w.Item1.AddDays(w.later)).AddHours(w.hour);
            var deciding = DiaryClaims.Of(new(StudyBuilder.T1, VisitMode.Telephone, "a", start, 30), London).Where(c => c.DecidesWeek).ToList();
            return deciding is [{ Week: { } week }] && deciding[0].Diary.Month == DiaryMonth.Of(week);
        });

    [Fact]
    public void Every_local_day_that_a_claim_touches_lies_in_a_claimed_month() =>
        Gen.Select(Some.Day, Gen.Int[0, 23 * 60], Gen.Int[5, 480], Gen.Int[0, 240]).Sample((day, minute, minutes, travel) =>
        {
            var plan = new AppointmentPlan(StudyBuilder.T1, VisitMode.FaceToFace, "a", LocalTimes.Start(London, day).AddMinutes(minute), minutes, travel);
            var months = DiaryClaims.Of(plan, London).Select(c => c.Diary.Month).ToHashSet();
            return Enumerable.Range(-travel, minutes + 2 * travel).All(m => months.Contains(DiaryMonth.Of(LocalTimes.Day(London, plan.Start.AddMinutes(m)))));
        });

    [Fact]
    public void A_time_that_the_clocks_jump_over_is_refused_and_one_that_they_show_twice_is_the_first()
    {
        Assert.Equal("appointment.clocks", LocalTimes.At(London, new(2026, 3, 29), new(1, 30)).Refused().Code);
        Assert.Equal(TimeSpan.FromHours(1), LocalTimes.At(London, new(2026, 10, 25), new(1, 30)).Accepted().Offset);
    }

    [Fact]
    public void A_local_time_is_the_same_before_and_after_the_clocks_change()
    {
        var (before, after) = (Plan("2026-10-24", "10:00").Start, Plan("2026-10-25", "10:00").Start);

        Assert.Equal(TimeSpan.FromHours(25), after - before);
        Assert.Equal(new DateTime(2026, 10, 25, 10, 0, 0), LocalTimes.Local(London, after));
    }

    [Fact]
    public void A_day_begins_where_the_one_before_it_ended_over_all_changes_of_the_clocks() =>
        Gen.Select(Some.Day, Some.Any(London, "America/Sao_Paulo", "Africa/Cairo", "UTC")).Sample((day, zone) =>
            LocalTimes.Day(zone, LocalTimes.Start(zone, day)) == day && LocalTimes.Day(zone, LocalTimes.Start(zone, day).AddTicks(-1)) == day.AddDays(-1));

    [Fact]
    public void A_key_reads_as_it_is_written() => Gen.Select(Some.Any("alice@example.org", "a~b@example.org"), Gen.Int[2020, 2030], Gen.Int[1, 12]).Sample((account, year, month) =>
        DiaryKey.Parse($"{new DiaryKey(DiaryOwner.Person(account), new(year, month))}") == new DiaryKey(DiaryOwner.Person(account), new(year, month)));
}
