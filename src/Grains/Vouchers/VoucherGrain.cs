using Microsoft.Extensions.Logging;
using SosLongitudinal.Grains.Contacts;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Grains.Ledgers;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Study.Fieldwork.Attempts;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Vouchers;

namespace SosLongitudinal.Grains.Vouchers;

/// <summary>The door to one voucher. Asks the family, and its safe contact where something is sent; neither asks back.</summary>
[GrainType("sos-voucher")]
internal sealed class VoucherGrain(
    [PersistentState(VoucherKeys.State, Records.Provider)] IPersistentState<Ledger<VoucherFact>> record, StudyFrames frames, SendingSafety safety, TimeProvider clock, ILogger<VoucherGrain> log)
    : LedgerGrain<VoucherFact, Voucher>(record, clock), IVoucher
{
    protected override Voucher Nothing => new(VoucherSerial.Parse(Key));

    protected override Voucher Fold(Voucher state, Recorded<VoucherFact> fact) => VoucherFact.Fold(state, fact);

    protected override async Task Committed()
    {
        try
        {
            await GrainFactory.Vouchers().Put(State, Ledger.Length, RecordVersion);
        }
        catch (Exception fault)
        {
            log.LogWarning(fault, "The list of vouchers was not told of {Serial}; it looks for itself within a minute.", Key);
        }
    }

    public Task<Decision<Voucher>> Give(VoucherGift gift, Stamp stamp) => frames.Decide(async frame =>
    {
        var family = await GrainFactory.Family(gift.Family).Read();
        var barred = family is null || gift.Way == VoucherWay.HandedOver || Knows(stamp.Operation) ? null : VoucherRules.Barred(family, gift, await Unsafely(gift)); // what was sent was sent
        return await Decide(stamp, (voucher, s) => VoucherRules.Give(voucher, family, frame, gift, barred, s), voucher => voucher);
    });

    public Task<Decision<Voucher>> NoteReceipt(VoucherReceipt receipt, DateOnly on, Stamp stamp) =>
        frames.Decide(frame => Decide(stamp, (voucher, s) => VoucherRules.NoteReceipt(voucher, receipt, on, frame.Design.Today(s.At)), voucher => voucher));

    public Task<Decision<Voucher>> Void(Stamp stamp) => Decide(stamp, (voucher, s) => VoucherRules.Void(voucher, s), voucher => voucher);

    public Task<Voucher?> Read() => Task.FromResult(State.Gift is null ? null : State);

    private Task<Refusal?> Unsafely(VoucherGift gift) => safety.Fault(gift.Member, gift.Way == VoucherWay.Posted ? AttemptMode.Letter : AttemptMode.Email, gift.By);
}
