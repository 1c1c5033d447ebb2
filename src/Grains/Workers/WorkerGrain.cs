using System.Collections.Immutable;
using Orleans.Runtime;
using SosLongitudinal.Grains.Groups;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Sites;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Grains.Workers;

/// <summary>One social worker.</summary>
[GrainInterfaceType("sos.worker")]
public interface IWorker : IGrainWithStringKey
{
    [Alias("register")] Task<Decision<SocialWorker>> Register(NewWorker worker, Stamp stamp);
    [Alias("rename")] Task<Decision<SocialWorker>> Rename(string name, Stamp stamp);
    [Alias("change-team")] Task<Decision<SocialWorker>> ChangeTeam(SiteCode site, string team, DateOnly from, Stamp stamp);
    [Alias("change-employment")] Task<Decision<SocialWorker>> ChangeEmployment(Employment employment, DateOnly from, Stamp stamp);
    [Alias("leave")] Task<Decision<SocialWorker>> Leave(DateOnly on, Stamp stamp);
    [Alias("enter-form")] Task<Decision<SocialWorker>> EnterForm(UnitFormEntry entry, Stamp stamp);

    /// <summary>Records what is meant before the families are asked; <see cref="Reassignments"/> drives the rest.</summary>
    [Alias("plan-reassignment")] Task<Decision<SocialWorker>> PlanReassignment(Reassignment plan, Stamp stamp);
    [Alias("has-planned")] Task<bool> HasPlanned(OperationId operation);
    [Alias("read")] Task<SocialWorker?> Read();
}

/// <summary>A worker to be registered.</summary>
[GenerateSerializer, Immutable, Alias("sos.new-worker")]
public sealed record NewWorker(
    [property: Id(0)] string Name, [property: Id(1)] SiteCode Site, [property: Id(2)] string Team, [property: Id(3)] Employment Employment, [property: Id(4)] DateOnly From)
{
    /// <summary>The authority's own number for them; empty where it gave none.</summary>
    [Id(5)] public string Alias { get; init; } = "";
}

/// <summary>The door to one social worker.</summary>
[GrainType("sos-worker")]
internal sealed class WorkerGrain([PersistentState(WorkerKeys.State, Records.Provider)] IPersistentState<Ledger<WorkerFact>> record, StudyFrames frames, GroupWatch groups, TimeProvider clock)
    : LedgerGrain<WorkerFact, SocialWorker>(record, clock), IWorker
{
    protected override SocialWorker Nothing => new(WorkerId.Parse(Key));

    protected override SocialWorker Fold(SocialWorker state, Recorded<WorkerFact> fact) => SocialWorker.Fold(state, fact);

    protected override Task Committed() => Task.WhenAll(frames.Put(State), groups.Changed(State));

    public Task<Decision<SocialWorker>> Register(NewWorker worker, Stamp stamp) =>
        At(worker.Site, stamp, now => WorkerRules.Register(now, new(worker.Name, worker.Site, worker.Team, worker.Employment, worker.From, worker.Alias.Length == 0 ? null : worker.Alias)));

    public Task<Decision<SocialWorker>> Rename(string name, Stamp stamp) => Decide(stamp, (worker, _) => WorkerRules.Rename(worker, name), worker => worker);

    public Task<Decision<SocialWorker>> ChangeTeam(SiteCode site, string team, DateOnly from, Stamp stamp) =>
        At(site, stamp, worker => WorkerRules.ChangeTeam(worker, site, team, from));

    public Task<Decision<SocialWorker>> ChangeEmployment(Employment employment, DateOnly from, Stamp stamp) =>
        Decide(stamp, (worker, _) => WorkerRules.ChangeEmployment(worker, employment, from), worker => worker);

    public Task<Decision<SocialWorker>> Leave(DateOnly on, Stamp stamp) => Decide(stamp, (worker, _) => WorkerRules.Leave(worker, on), worker => worker);

    public Task<Decision<SocialWorker>> EnterForm(UnitFormEntry entry, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (worker, s) => WorkerRules.EnterForm(worker, frame, entry, s), worker => worker));

    public Task<Decision<SocialWorker>> PlanReassignment(Reassignment plan, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (worker, s) => ReassignmentRules.Plan(worker, plan, s, frame.Design.Today(s.At)), worker => worker));

    public Task<bool> HasPlanned(OperationId operation) => Task.FromResult(Knows(operation));

    private Task<Decision<SocialWorker>> At(SiteCode site, Stamp stamp, Func<SocialWorker, Decision<ImmutableArray<WorkerFact>>> rule) => frames.Decide(frame =>
        Decide(stamp, (worker, _) => frame.Sites.ContainsKey(site) ? rule(worker) : SiteRefusals.Unknown(site) with { Kind = RefusalKind.Invalid }, worker => worker));

    public Task<SocialWorker?> Read() => Task.FromResult(State.IsKnown ? State : null);
}

public static class WorkerKeys
{
    public const string State = "worker";

    public static IWorker Worker(this IGrainFactory grains, WorkerId worker) => grains.GetGrain<IWorker>(worker.ToString());

    /// <summary>Registers a worker under an id that derives from the operation; goes on to the next candidate where another operation has taken it.</summary>
    public static async Task<Decision<SocialWorker>> RegisterWorker(this IGrainFactory grains, NewWorker worker, Stamp stamp)
    {
        for (var candidate = 0; ; candidate++)
        {
            var decision = await grains.Worker(WorkerId.From(stamp.Operation.Text, candidate)).Register(worker, stamp);
            if (decision is not Decision<SocialWorker>.Refused { Why.Code: "worker.taken" }) return decision;
        }
    }
}
