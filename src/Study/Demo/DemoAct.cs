using System.Collections.Immutable;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Workers;

namespace SosLongitudinal.Study.Demo;

/// <summary>Facts that were recorded together, under the stamp of their operation.</summary>
public sealed record DemoAct<TFact>(Stamp Stamp, ImmutableArray<TFact> Facts) where TFact : class;

/// <summary>A family of the demo and all that was recorded about it, in order of time.</summary>
public sealed record DemoFamily(FamilyId Id, ImmutableArray<DemoAct<FamilyFact>> Acts)
{
    public Ledger<FamilyFact> ToLedger() => Acts.ToLedger($"{Id}");
}

/// <summary>A social worker of the demo and all that was recorded about them, in order of time.</summary>
public sealed record DemoWorker(WorkerId Id, ImmutableArray<DemoAct<WorkerFact>> Acts)
{
    public Ledger<WorkerFact> ToLedger() => Acts.ToLedger($"{Id}");
}

internal static class DemoActs
{
    public static Ledger<TFact> ToLedger<TFact>(this ImmutableArray<DemoAct<TFact>> acts, string key) where TFact : class =>
        acts.Aggregate(Ledger<TFact>.Empty(key), (ledger, act) => ledger.Append(act.Facts, act.Stamp));
}
