using System.Collections.Immutable;
using CsCheck;
using SosLongitudinal.Planning;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Planning;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Tests.Kit;

namespace SosLongitudinal.Tests.Planning;

/// <summary>What holds of every plan, whoever made it.</summary>
public sealed class PlanTests
{
    [Fact]
    public void Every_line_of_a_plan_can_be_booked_one_after_another() => SomePlans.Small.Sample(problem =>
    {
        var board = new PlanBoard(problem);
        foreach (var plan in (ImmutableArray<Placement>[])[GreedyPlan.Of(board), FlowPlan.Of(board), PlanImprovement.Of(board, FlowPlan.Of(board))]) AssertBookable(board, plan);
    }, iter: 400);

    [Fact]
    public void Improving_a_plan_never_takes_from_it() => SomePlans.Small.Sample(problem =>
    {
        var board = new PlanBoard(problem);
        foreach (var plan in (ImmutableArray<Placement>[])[[], GreedyPlan.Of(board), FlowPlan.Of(board)])
        {
            var improved = PlanImprovement.Of(board, plan);
            Assert.True(board.Points(improved) >= board.Points(plan));
            Assert.Empty(plan.Select(p => p.Family).Except(improved.Select(p => p.Family)));
        }
    }, iter: 200);

    [Fact]
    public async Task The_plan_is_never_worth_less_than_one_family_after_another() => await SomePlans.Small.SampleAsync(async problem =>
    {
        var board = new PlanBoard(problem);
        var greedy = GreedyPlan.Of(board);
        var made = await Planner.Make(board, TimeSpan.FromMinutes(1));
        Assert.Equal((greedy.Length, board.Points(greedy)), (made.GreedyBooked, made.GreedyPoints));
        Assert.Equal(board.Points(made.Placements), made.Points);
        Assert.True(made.Points >= made.GreedyPoints);
    }, iter: 300);

    [Fact]
    public void Where_every_start_is_a_block_no_plan_is_worth_more_than_the_solver_s() =>
        SomePlans.Of(4, 2, 1, Gen.Const(new MeetingWish(VisitMode.Telephone, 30, 0))).Select(Narrowed).Sample(problem =>
        {
            var board = new PlanBoard(problem);
            Assert.Equal(Most(board, [], 0), board.Points(FlowPlan.Of(board)));
        }, iter: 300);

    [Fact]
    public void Who_is_not_booked_is_told_a_reason_that_is_true() => SomePlans.Small.Sample(problem =>
    {
        var board = new PlanBoard(problem);
        var plan = GreedyPlan.Completed(board, FlowPlan.Of(board));
        foreach (var f in Enumerable.Range(0, problem.Families.Length).Except(plan.Select(p => p.Family)))
        {
            var family = problem.Families[f];
            var inWindow = board.Starts.SelectMany(s => s).Where(s => PlanBoard.IsInWindow(family, s.Day)).ToList();
            var fits = inWindow.Any(s => board.Fits(family, s));
            var gap = PlanGaps.Of(board, family);
            Assert.NotEmpty(gap.Sentence);
            Assert.Equal(family.Times.Bar is not null ? PlanGap.Unsafe : fits ? PlanGap.Contended : inWindow.Count > 0 ? PlanGap.SafeTimes : PlanGap.NoHours, gap.Gap);
        }
    }, iter: 300);

    [Fact]
    public void Where_else_a_family_could_go_is_free_beside_the_plan() => SomePlans.Small.Sample(problem =>
    {
        var board = new PlanBoard(problem);
        var plan = GreedyPlan.Of(board);
        var others = new PlanAlternatives(board, plan);
        foreach (var placed in plan)
            foreach (var slot in others.Of(placed.Family, 3))
            {
                var person = Enumerable.Range(0, problem.People.Length).First(p => problem.People[p].Account == slot.Choice.Interviewer);
                AssertBookable(board, [.. plan.Where(p => p != placed), new(placed.Family, person, new(slot.Local, slot.Choice.Start))]);
            }
    }, iter: 100);

    [Fact]
    public void A_window_that_closes_within_the_weeks_goes_before_one_that_can_wait_and_one_family_more_before_the_same_interviewer()
    {
        var calendars = SomeDiaries.Free("2026-02-02", "alice@example.org", "ben@example.org");
        PlanFamily Family(string name, string closes, string? before = null) => new(FamilyId.From(name), StudyBuilder.T1, new(new(2026, 1, 1), new(2026, 1, 1), DateOnly.Parse(closes, null)), before, null, MeetingTimes.Any, []);
        PlanProblem Problem(int limit, params PlanFamily[] families) => new(SomePlans.London, calendars.Stamp.At, new(2026, 2, 2), new(2026, 2, 8), new(), [.. calendars.People.Take(1).Select(p => p with { Terms = p.Terms with { WeeklyLimit = limit } })], [.. families]);

        var one = new PlanBoard(Problem(1, Family("waits", "2026-05-01", "alice@example.org"), Family("closes", "2026-02-04")));
        Assert.Equal(1, Assert.Single(FlowPlan.Of(one)).Family);
        var both = new PlanBoard(Problem(2, Family("waits", "2026-05-01", "alice@example.org"), Family("closes", "2026-02-04")));
        Assert.Equal(2, FlowPlan.Of(both).Length);
    }

    [Fact]
    public async Task Where_the_solver_has_no_time_the_greedy_plan_stands()
    {
        var calendars = SomeDiaries.Free("2026-02-02", "alice@example.org");
        var board = new PlanBoard(new(SomePlans.London, calendars.Stamp.At, new(2026, 2, 2), new(2026, 2, 8), new(), calendars.People,
            [new(FamilyId.From("one"), StudyBuilder.T1, new(new(2026, 1, 1), new(2026, 1, 1), new(2026, 5, 1)), null, null, MeetingTimes.Any, [])]));

        var made = await Planner.Make(board, TimeSpan.Zero);

        Assert.Equal(board.Points(GreedyPlan.Of(board)), made.Points);
        Assert.Single(made.Placements);
    }

    private static void AssertBookable(PlanBoard board, ImmutableArray<Placement> plan)
    {
        var problem = board.Problem;
        var roster = new Roster { People = [.. problem.People.Select(p => p.Terms)] };
        var entries = problem.People.ToDictionary(p => p.Account, p => p.Taken(problem.Now).ToList());
        Assert.Equal(plan.Length, plan.Select(p => p.Family).Distinct().Count());
        foreach (var placement in plan)
        {
            var (family, meeting) = (problem.Families[placement.Family], board.Plan(placement));
            var stamp = new Stamp(OperationId.Parse($"plan-{placement.Family}"), "coordinator@example.org", problem.Now);
            var day = LocalTimes.Day(SomePlans.London, meeting.Start);
            Assert.InRange(day, problem.First, problem.Last);
            Assert.InRange(day, family.Window.Opens, family.Window.Closes);
            Assert.True(family.Times.Cover(LocalTimes.Local(SomePlans.London, meeting.Start), meeting.Minutes));
            Assert.DoesNotContain(family.Elsewhere, a => a.Start < meeting.End && meeting.Start < a.End);
            Assert.Null(RosterRules.Fault(roster, meeting, StudyBuilder.Ashmere, SomePlans.London));
            var claims = DiaryClaims.Of(meeting, SomePlans.London);
            foreach (var claim in claims) DiaryRules.Hold(new(claim.Diary) { Entries = [.. entries[meeting.Interviewer]] }, claim.For(family.Family, roster, null), stamp).Accepted();
            entries[meeting.Interviewer].Add(new(stamp.Operation, family.Family, claims[0].From, claims[0].Until, EntryState.Confirmed, claims[0].Week, null));
        }
    }

    /// <summary>Few enough starts that every plan can be tried.</summary>
    private static PlanProblem Narrowed(PlanProblem problem) => problem with
    {
        People = [.. problem.People.Select(p => p with { Terms = p.Terms with { Hours = [.. p.Terms.Hours.Take(2).Select(h => h with { To = h.From.AddMinutes(75) > h.From ? h.From.AddMinutes(75) : h.To })] } })],
    };

    private static int Most(PlanBoard board, ImmutableArray<Placement> placed, int family)
    {
        if (family == board.Problem.Families.Length) return board.Points(placed);
        var most = Most(board, placed, family + 1);
        foreach (var (person, start) in new FreeStarts(board, placed).For(board.Problem.Families[family])) most = Math.Max(most, Most(board, placed.Add(new(family, person, start)), family + 1));
        return most;
    }
}
