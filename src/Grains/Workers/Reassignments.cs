using System.Collections.Immutable;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Grains.Workers;

/// <summary>What became of one family of a reassignment; <see cref="Why"/> where it stayed as it was.</summary>
public sealed record ReassignmentStep(FamilyId Family, WorkerId? To, Refusal? Why);

/// <summary>
/// Gives one worker's families to others: many grains, one promise. Every family is asked first, then the plan is recorded with the worker, then each family is
/// changed under an operation that derives from the command's. Stopped in between and sent again it goes on where it stopped; sent again later it changes nothing.
/// </summary>
public sealed class Reassignments(IGrainFactory grains, StudyFrames frames)
{
    public async Task<Decision<ImmutableArray<ReassignmentStep>>> Carry(WorkerId worker, Reassignment plan, Func<SiteCode, bool> maySee, Stamp stamp)
    {
        var door = grains.Worker(worker);
        if (!await door.HasPlanned(stamp.Operation) && await Fault(worker, plan, maySee, stamp) is { } no) return no;
        if (await door.PlanReassignment(plan, stamp) is Decision<SocialWorker>.Refused unplanned) return unplanned.Why;
        if (plan.Leaves && await door.Leave(plan.On, stamp.For("leave")) is Decision<SocialWorker>.Refused stays) return stays.Why;

        var steps = ImmutableArray.CreateBuilder<ReassignmentStep>(plan.Families.Length);
        foreach (var (family, to) in plan.Families)
        {
            var moved = await grains.Case(family).Reassign(worker, to, plan.On, plan.Source, stamp.For(family.ToString()));
            steps.Add(new(family, to, moved.Match<Refusal?>(_ => null, why => why)));
        }
        return steps.MoveToImmutable();
    }

    /// <summary>What speaks against it, asked of the worker and of every family before anything is written; each fault names its family.</summary>
    private async Task<Refusal?> Fault(WorkerId worker, Reassignment plan, Func<SiteCode, bool> maySee, Stamp stamp)
    {
        var frame = await frames.Current();
        var today = frame.Design.Today(stamp.At);
        if (await grains.Worker(worker).Read() is not { } known) return WorkerRefusals.Unknown(worker);
        if (ReassignmentRules.Plan(known, plan, stamp, today) is Decision<ImmutableArray<WorkerFact>>.Refused unplanned) return unplanned.Why;
        var families = await Task.WhenAll(plan.Families.Select(async f => (To: f, State: await grains.Family(f.Family).Read())));
        var refused = families.Select(f => (f.To.Family, Why: f.State is { } family && maySee(family.Site) ? Fault(family, frame, worker, plan, f.To.To, stamp, today) : FamilyRefusals.Unknown))
            .Where(f => f.Why is not null).ToList();
        return refused.Count == 0 ? null : refused[0].Why! with { Faults = [.. refused.Select(f => new FieldFault($"families.{f.Family}", f.Why!.Sentence))] };
    }

    private static Refusal? Fault(FamilyState family, StudyFrame frame, WorkerId worker, Reassignment plan, WorkerId? to, Stamp stamp, DateOnly today) =>
        CaseRules.Reassign(family, frame, worker, to, plan.On, plan.Source, stamp, today).Match<Refusal?>(_ => null, why => why);
}
