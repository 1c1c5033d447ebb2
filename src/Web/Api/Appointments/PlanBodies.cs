using System.Collections.Immutable;
using SosLongitudinal.Grains.Diaries;
using SosLongitudinal.Planning;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Diaries.Planning;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Api.Appointments;

/// <summary>What a plan is to be like: of how many weeks from today, and what kind of meeting each is.</summary>
public sealed record PlanBody(int Weeks = 3, VisitMode Mode = VisitMode.FaceToFace, int Minutes = 60, int? Travel = null)
{
    public MeetingWish Wish => new(Mode, Math.Clamp(Minutes, 5, AppointmentRules.LongestMinutes), Math.Clamp(Travel ?? MeetingWish.UsualTravel(Mode), 0, AppointmentRules.LongestTravel));
}

/// <summary>One line of a plan; sent back to accept it, with another time or interviewer where that was changed.</summary>
public sealed record PlanLineBody(FamilyId Family, WaveCode Wave, string Interviewer, DateTimeOffset Start, VisitMode Mode = VisitMode.FaceToFace, int Minutes = 60, int Travel = 30)
{
    public PlanLine Line => new(Family, new(Wave, Mode, Interviewer.Trim().ToLowerInvariant(), Start, Minutes, Travel));

    public static PlanLineBody Of(ProposedLine line, MeetingWish wish) => new(line.Family.Family, line.Family.Wave, line.Slot.Choice.Interviewer, line.Slot.Choice.Start, wish.Mode, wish.Minutes, wish.Travel);
}

/// <summary>A plan accepted as a whole. The plan's id makes it safe to send again: no family is booked twice under it.</summary>
public sealed record AcceptPlanBody(OperationId Plan, ImmutableArray<PlanLineBody> Lines);

/// <summary>A family that the plan does not book, and why.</summary>
public sealed record UnplannedView(FamilyId Family, WaveCode Wave, PlanGap Gap, DateOnly Closes, string Because);

/// <summary>A proposed plan. Points are what it maximises; beside it, what one family after another would come to.</summary>
/// <param name="Plan">Its id, for accepting it.</param>
/// <param name="Booked">How many of those due have an appointment already and are not in it.</param>
public sealed record PlanView(
    OperationId Plan, DateOnly First, DateOnly Last, int Due, int Points, PlanMethod Method, int GreedyBooked, int GreedyPoints, int Booked, ImmutableArray<PlanLineBody> Lines, ImmutableArray<UnplannedView> NotPlanned)
{
    public static PlanView Of(OperationId id, ProposedPlan plan) => new(
        id, plan.Problem.First, plan.Problem.Last, plan.Problem.Families.Length, plan.Made.Points, plan.Made.Method, plan.Made.GreedyBooked, plan.Made.GreedyPoints, plan.Booked,
        [.. plan.Lines.Select(l => PlanLineBody.Of(l, plan.Problem.Wish))], [.. plan.NotPlanned.Select(u => new UnplannedView(u.Family, u.Wave, u.Gap, u.Closes, u.Sentence))]);
}

/// <summary>A line that was not booked: what its family or somebody's diary said.</summary>
public sealed record PlanLineRefused(FamilyId Family, WaveCode Wave, string Code, string Because);

public sealed record AcceptedPlanView(OperationId Plan, ImmutableArray<FamilyId> Booked, ImmutableArray<PlanLineRefused> Refused)
{
    public static AcceptedPlanView Of(OperationId id, ImmutableArray<PlanLineDone> done) => new(
        id, [.. done.Where(d => d.Why is null).Select(d => d.Line.Family)], [.. done.Where(d => d.Why is not null).Select(d => new PlanLineRefused(d.Line.Family, d.Line.Plan.Wave, d.Why!.Code, d.Why.Sentence))]);
}
