using System.Collections.Immutable;
using System.Diagnostics;
using SosLongitudinal.Planning;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Planning;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Bench;

/// <summary>A plan of six weeks for twenty interviewers with leave, appointments and full weeks: the solver beside one family after another.</summary>
internal static class PlanBench
{
    private const int People = 20;
    private const int Weeks = 6;
    private static readonly DateOnly First = new(2026, 3, 2);
    private static readonly ImmutableArray<DayOfWeek> WorkingDays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public static async Task Run(Report report, int[] sizes)
    {
        await Planner.Make(new(Problem(10, weeklyLimit: 3)), Planner.Usual); // the solver's library is loaded once
        foreach (var (families, limit) in new[] { (300, 12), (300, 4), (300, 3), (500, 4) })
        {
            var watch = Stopwatch.StartNew();
            var board = new PlanBoard(Problem(families, limit));
            var laidOut = watch.Elapsed.TotalSeconds;
            var greedy = GreedyPlan.Of(board);
            var byGreedy = watch.Elapsed.TotalSeconds - laidOut;
            var made = await Planner.Make(board, Planner.Usual);
            var seconds = watch.Elapsed.TotalSeconds - byGreedy;
            report.Add("plan of six weeks, twenty interviewers", $"{families} families, at most {limit} a week each",
                $"{made.Method.ToString().ToLowerInvariant()}: {made.Placements.Length} booked, {made.Points:N0} points, {seconds:F1} s; greedy: {greedy.Length} booked, {board.Points(greedy):N0} points, {laidOut + byGreedy:F1} s", "<= 5 s at 300");
        }
    }

    private static PlanProblem Problem(int families, int weeklyLimit)
    {
        var random = new Random(20260302);
        var people = Enumerable.Range(0, People).Select(i => Person($"i{i:d2}@example.org", weeklyLimit, random)).ToImmutableArray();
        return new("Europe/London", LocalTimes.Start("Europe/London", First).AddHours(7), First, First.AddDays(7 * Weeks - 1), new MeetingWish(), people,
            [.. Enumerable.Range(0, families).Select(f => Family(f, people, random))]);
    }

    private static InterviewerDiary Person(string account, int weeklyLimit, Random random)
    {
        var from = random.Next(8, 11);
        var hours = WorkingDays.Where(_ => random.Next(5) > 0).Select(day => new DayHours(day, new(from, 0), new(from + random.Next(6, 10), 0)));
        var leave = First.AddDays(random.Next(7 * Weeks - 7));
        var entries = Enumerable.Range(0, random.Next(10, 30)).Select(n => Entry(account, n, random)).Where(e => e.Until <= Start(leave) || e.From >= Start(leave.AddDays(7)));
        return new(new(account, [.. hours], weeklyLimit), [new(OperationId.Parse($"leave-{account}"), null, Start(leave), Start(leave.AddDays(7)), EntryState.Away, null, null), .. entries]);
    }

    private static DiaryEntry Entry(string account, int n, Random random)
    {
        var day = First.AddDays(random.Next(7 * Weeks));
        var from = Start(day).AddMinutes(30 * random.Next(16, 36));
        return new(OperationId.Parse($"{account}-{n}"), null, from, from.AddMinutes(90), EntryState.Confirmed, random.Next(4) == 0 ? LocalTimes.Monday(day) : null, null);
    }

    private static PlanFamily Family(int n, ImmutableArray<InterviewerDiary> people, Random random)
    {
        var opens = First.AddDays(random.Next(-60, 30));
        var closes = First.AddDays(random.Next(2, 70));
        var times = random.Next(6) == 0 ? new MeetingTimes([.. WorkingDays.Select(d => new DayHours(d, new(9, 30), new(14, 30)))]) : MeetingTimes.Any;
        string? Somebody(int share) => random.Next(100) < share ? people[random.Next(People)].Account : null;
        return new(FamilyId.From($"{n}"), new("t2"), new(opens < closes ? opens : closes.AddDays(-7), closes, closes), Somebody(70), Somebody(40), times, []);
    }

    private static DateTimeOffset Start(DateOnly day) => LocalTimes.Start("Europe/London", day);
}
