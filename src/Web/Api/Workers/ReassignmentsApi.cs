using System.Collections.Immutable;
using SosLongitudinal.Grains.Workers;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;
using SosLongitudinal.Web.Api.Shared;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;

namespace SosLongitudinal.Web.Api.Workers;

/// <summary>Families of one worker that go to others on a day; without <c>to</c> a family is unallocated from then on. <c>leaves</c> records that the worker left on that day.</summary>
public sealed record ReassignmentBody(DateOnly On, string Reason, ImmutableArray<ReassignedFamily> Families, string? Source = null, bool Leaves = false)
{
    public Reassignment ToPlan() => new(Families.IsDefault ? [] : Families, On, string.IsNullOrWhiteSpace(Source) ? "authority" : Source.Trim(), Leaves);
}

/// <summary>One family of a reassignment; <c>code</c> and <c>why</c> where it stayed as it was.</summary>
public sealed record ReassignedView(FamilyId Family, WorkerId? To, string? Code, string? Why);

/// <summary>What became of a reassignment.</summary>
public sealed record ReassignmentView(WorkerId Worker, int Reassigned, ImmutableArray<ReassignedView> Families);

/// <summary>/workers/{worker}/reassignments: all families of a worker who leaves go to others, in one command.</summary>
internal static class ReassignmentsApi
{
    public static void MapReassignments(this RouteGroupBuilder workers) =>
        workers.MapPost("/{worker}/reassignments", Reassign).Task("Api/Workers/Reassign").Produces<ReassignmentView>().WithSummary("Give a worker's families to others");

    private static async Task<IResult> Reassign(string worker, ReassignmentBody body, IdempotencyKey key, Person person, IGrainFactory grains, Reassignments reassignments, TimeProvider clock)
    {
        if (!WorkerId.TryParse(worker, null, out var id)) return WorkerRefusals.NotAnId.ToProblem();
        if (await grains.Worker(id).Read() is not { } known || !person.MaySee(known.Site)) return WorkerRefusals.Unknown(id).ToProblem();
        var carried = await reassignments.Carry(id, body.ToPlan(), person.MaySee, person.Stamp(key, clock, body.Reason));
        return carried.Match(
            steps => Results.Ok(new ReassignmentView(id, steps.Count(s => s.Why is null), [.. steps.Select(s => new ReassignedView(s.Family, s.To, s.Why?.Code, s.Why?.Sentence))])),
            why => why.ToProblem());
    }
}
