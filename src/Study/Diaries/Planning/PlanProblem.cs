using System.Collections.Immutable;
using SosLongitudinal.Study.Diaries.Slots;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Diaries.Planning;

/// <summary>A family that a plan is to book at a wave.</summary>
/// <param name="Before">Who met it at the wave before.</param>
/// <param name="Assigned">Who is assigned to it at this wave.</param>
/// <param name="Times">When it may safely be met.</param>
/// <param name="Elsewhere">What is booked with it already, at other waves.</param>
public sealed record PlanFamily(FamilyId Family, WaveCode Wave, Window Window, string? Before, string? Assigned, MeetingTimes Times, ImmutableArray<AppointmentPlan> Elsewhere);

/// <summary>What is to be planned: whom, with whom, on which days (the last is inside), and what kind of meeting each is.</summary>
public sealed record PlanProblem(
    string TimeZone, DateTimeOffset Now, DateOnly First, DateOnly Last, MeetingWish Wish, ImmutableArray<InterviewerDiary> People, ImmutableArray<PlanFamily> Families)
{
    public const int MostFamilies = 500;
    public const int MostWeeks = 8;
}

/// <summary>A family put at a start of an interviewer; both by their place in the problem.</summary>
public readonly record struct Placement(int Family, int Person, OpenStart Start);

/// <summary>Refusals about plans as a whole. Codes are public and never reworded.</summary>
public static class PlanRefusals
{
    public static readonly Refusal TooMany = new("plan.too-many", $"Accept at most {PlanProblem.MostFamilies} lines at once.");
    public static readonly Refusal Nothing = new("plan.nothing", "Every line is left out. Leave at least one in, or make another plan.");
}
