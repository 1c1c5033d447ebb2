using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Study.Accounts;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Accounts;

[GrainType("sos-set-up")]
internal sealed class SetUpGrain([PersistentState("set-up", Records.Provider)] IPersistentState<Ledger<SetUpFact>> record, TimeProvider clock)
    : LedgerGrain<SetUpFact, SetUp>(record, clock), ISetUp
{
    protected override SetUp Nothing => SetUp.Nothing;

    protected override SetUp Fold(SetUp state, Recorded<SetUpFact> fact) => SetUp.Fold(state, fact);

    public Task<Decision<SetUp>> Claim(AccountKey account, Stamp stamp) => Decide(stamp, (setUp, s) => SetUpRules.Claim(setUp, account, s), setUp => setUp);

    public Task<Decision<SetUp>> Finish(Stamp stamp) => Decide(stamp, (setUp, _) => SetUpRules.Finish(setUp), setUp => setUp);

    public Task<SetUp> Read() => Task.FromResult(State);
}
