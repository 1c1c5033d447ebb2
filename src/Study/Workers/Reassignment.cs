using System.Collections.Immutable;
using Orleans;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Study.Workers;

/// <summary>To whom one family goes; <c>null</c>: nobody holds it for now.</summary>
[GenerateSerializer, Immutable, Alias("sos.reassigned-family")]
public sealed record ReassignedFamily([property: Id(0)] FamilyId Family, [property: Id(1)] WorkerId? To);

/// <summary>
/// One worker's families given to others from a day on. The plan is recorded with the worker before the first family is touched, so that stopped in between
/// it can be sent again, and shows what was meant.
/// </summary>
/// <param name="Source">Where it is known from; becomes the source of every family's new spell.</param>
/// <param name="Leaves">Whether the worker leaves on that day too.</param>
[GenerateSerializer, Immutable, Alias("sos.reassignment")]
public sealed record Reassignment(
    [property: Id(0)] ImmutableArray<ReassignedFamily> Families, [property: Id(1)] DateOnly On, [property: Id(2)] string Source, [property: Id(3)] bool Leaves);

/// <summary>Decisions about giving a worker's families to others.</summary>
public static class ReassignmentRules
{
    public const int MostFamilies = 500;

    /// <summary>What of a plan concerns the worker alone; each family is asked as well.</summary>
    public static Decision<ImmutableArray<WorkerFact>> Plan(SocialWorker worker, Reassignment plan, Stamp stamp, DateOnly today)
    {
        if (!worker.IsKnown) return WorkerRefusals.Unknown(worker.Id);
        if (plan.Families.IsDefaultOrEmpty || plan.Families.Length > MostFamilies) return ReassignmentRefusals.Families.At("families");
        if (plan.Families.DistinctBy(f => f.Family).Count() < plan.Families.Length) return ReassignmentRefusals.Twice.At("families");
        if (plan.Families.Any(f => f.To == worker.Id)) return ReassignmentRefusals.ToThemselves.At("families");
        if (plan.On > today) return ReassignmentRefusals.Future.At("on");
        if (string.IsNullOrWhiteSpace(stamp.Why)) return ReassignmentRefusals.Reason.At("reason");
        if (plan.Leaves && worker.Spells[0].From > plan.On) return WorkerRefusals.LeftBeforeStart(worker.Spells[0].From).At("on");
        return Facts.Of<WorkerFact>(new WorkerFact.FamiliesReassigned(plan.Families, plan.On, plan.Source, plan.Leaves));
    }

    /// <summary>Shares families out: each goes to whoever of the workers holds the fewest by then, the first named first.</summary>
    public static ImmutableArray<ReassignedFamily> Share(IEnumerable<FamilyId> families, IEnumerable<(WorkerId Worker, int Holds)> among)
    {
        var queue = new PriorityQueue<WorkerId, (int Holds, int Place)>();
        var holds = new Dictionary<WorkerId, (int Holds, int Place)>();
        foreach (var (worker, already) in among) if (holds.TryAdd(worker, (already, holds.Count))) queue.Enqueue(worker, holds[worker]);
        var shared = ImmutableArray.CreateBuilder<ReassignedFamily>();
        foreach (var family in families)
        {
            if (!queue.TryDequeue(out var next, out var at)) break;
            shared.Add(new(family, next));
            queue.Enqueue(next, (at.Holds + 1, at.Place));
        }
        return shared.ToImmutable();
    }
}

public static class ReassignmentRefusals
{
    public static readonly Refusal Families = new("reassignment.families", $"Choose who takes over for at least one family, and at most {ReassignmentRules.MostFamilies} at a time.");
    public static readonly Refusal Twice = new("reassignment.twice", "A family is named twice. Name each family once.");
    public static readonly Refusal ToThemselves = new("reassignment.to-themselves", "A family cannot be reassigned to the worker who holds it.");
    public static readonly Refusal Future = new("reassignment.future", "This date lies in the future. Reassign families on the day on which it happens.");
    public static readonly Refusal Reason = new("reassignment.reason", "Give the reason; it becomes part of every family's record.");
}
