using System.Collections.Immutable;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Planning;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Planning;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Appointments;

/// <summary>A family of the proposed plan, and where else it could go.</summary>
public sealed record ProposedLine(PlanFamily Family, Slot Slot, ImmutableArray<Slot> Others);

/// <summary>A proposed plan: nothing of it is held or stored; accepting it books what is sent back.</summary>
public sealed record ProposedPlan(PlanProblem Problem, MadePlan Made, ImmutableArray<ProposedLine> Lines, ImmutableArray<Unplanned> NotPlanned, int Booked, bool IsCut);

/// <summary>Makes proposals: gathers, solves, says what could not be booked and why.</summary>
public sealed class PlanDesk(PlanGathering gathering)
{
    private const int Others = 4;

    public async Task<ProposedPlan> Propose(SiteCode site, int weeks, MeetingWish wish, Stamp stamp)
    {
        var gathered = await gathering.Of(site, weeks, wish, stamp);
        var board = await Task.Run(() => new PlanBoard(gathered.Problem)); // seconds of work are not done on the request's turn
        var made = await Planner.Make(board, Planner.Usual);
        var (lines, gaps) = await Task.Run(() => (Lines(board, made.Placements), Gaps(board, made.Placements)));
        return new(gathered.Problem, made, lines, [.. gaps.Concat(gathered.Never).OrderBy(g => g.Gap == PlanGap.WindowOver).ThenBy(g => g.Closes)], gathered.Booked, gathered.IsCut);
    }

    private static ImmutableArray<ProposedLine> Lines(PlanBoard board, ImmutableArray<Placement> plan)
    {
        var others = new PlanAlternatives(board, plan);
        return [.. plan.Select(p => new ProposedLine(board.Problem.Families[p.Family], Slot(board, p), [.. others.Of(p.Family, Others)]))
            .OrderBy(l => DateOnly.FromDateTime(l.Slot.Local)).ThenBy(l => l.Slot.Choice.Interviewer, StringComparer.Ordinal).ThenBy(l => l.Slot.Local)];
    }

    private static Slot Slot(PlanBoard board, Placement p) =>
        new(new(p.Start.Start, board.Problem.People[p.Person].Account), p.Start.Local, board.Order(board.Problem.Families[p.Family], p.Person));

    private static IEnumerable<Unplanned> Gaps(PlanBoard board, ImmutableArray<Placement> plan)
    {
        var placed = plan.Select(p => p.Family).ToHashSet();
        return [.. Enumerable.Range(0, board.Problem.Families.Length).Where(f => !placed.Contains(f)).Select(f => PlanGaps.Of(board, board.Problem.Families[f]))];
    }
}
