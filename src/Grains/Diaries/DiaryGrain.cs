using Orleans.Concurrency;
using Orleans.Runtime;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Study.Diaries;
using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Grains.Diaries;

/// <summary>
/// The times of one person or room in one month. Two reservations never overlap. It asks nobody while it decides: who books holds here, commits the family and
/// confirms here (<see cref="Bookings"/>).
/// </summary>
[GrainInterfaceType("sos.diary")]
public interface IDiary : IGrainWithStringKey
{
    /// <summary>Keeps the time for the stamp's operation until the hold expires. Accepted means that it is kept now; asked again after it was given back, it is refused.</summary>
    [Alias("hold")] Task<Decision<Diary>> Hold(DiaryHold hold, Stamp stamp);

    /// <summary>The family has it: the booking keeps its time for good.</summary>
    [Alias("confirm")] Task<Decision<Diary>> Confirm(OperationId booking, Stamp stamp);

    /// <summary>Gives the time back. Only for a booking that the family has said it does not keep.</summary>
    [Alias("release")] Task<Decision<Diary>> Release(OperationId booking, Stamp stamp);

    [Alias("set-away")] Task<Decision<Diary>> SetAway(DateTimeOffset from, DateTimeOffset until, Stamp stamp);
    [Alias("lift-away")] Task<Decision<Diary>> LiftAway(OperationId away, Stamp stamp);
    [Alias("read"), ReadOnly] Task<Diary> Read();
}

/// <summary>The door to one diary.</summary>
[GrainType("sos-diary")]
internal sealed class DiaryGrain([PersistentState(DiaryKeys.State, Records.Provider)] IPersistentState<Ledger<DiaryFact>> record, TimeProvider clock)
    : LedgerGrain<DiaryFact, Diary>(record, clock), IDiary
{
    protected override Diary Nothing => new(DiaryKey.Parse(Key));

    protected override Diary Fold(Diary state, Recorded<DiaryFact> fact) => DiaryFact.Fold(state, fact);

    public async Task<Decision<Diary>> Hold(DiaryHold hold, Stamp stamp)
    {
        var decision = await Decide(stamp, (diary, s) => DiaryRules.Hold(diary, hold, s), diary => diary);
        return decision is Decision<Diary>.Accepted && State.Find(stamp.Operation) is null ? DiaryRefusals.Over : decision; // a repeated answer is of then; this one must be of now
    }

    public Task<Decision<Diary>> Confirm(OperationId booking, Stamp stamp) => Decide(stamp, (diary, _) => DiaryRules.Confirm(diary, booking), diary => diary);

    public Task<Decision<Diary>> Release(OperationId booking, Stamp stamp) => Decide(stamp, (diary, _) => DiaryRules.Release(diary, booking), diary => diary);

    public Task<Decision<Diary>> SetAway(DateTimeOffset from, DateTimeOffset until, Stamp stamp) => Decide(stamp, (diary, s) => DiaryRules.SetAway(diary, from, until, s), diary => diary);

    public Task<Decision<Diary>> LiftAway(OperationId away, Stamp stamp) => Decide(stamp, (diary, _) => DiaryRules.LiftAway(diary, away), diary => diary);

    public Task<Diary> Read() => Task.FromResult(State);
}

/// <summary>The only place where diaries and the roster are addressed.</summary>
public static class DiaryKeys
{
    public const string State = "diary";

    public static IDiary Diary(this IGrainFactory grains, DiaryKey key) => grains.GetGrain<IDiary>(key.ToString());

    public static IRoster Roster(this IGrainFactory grains) => grains.GetGrain<IRoster>("roster");

    public static IFamilySafety Safety(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilySafety>(family.ToString());

    public static IFamilyAppointments Appointments(this IGrainFactory grains, FamilyId family) => grains.GetGrain<IFamilyAppointments>(family.ToString());
}
