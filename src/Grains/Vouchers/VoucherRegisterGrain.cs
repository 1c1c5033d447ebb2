using System.Collections.Immutable;
using SosLongitudinal.Storage;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Vouchers;

namespace SosLongitudinal.Grains.Vouchers;

/// <summary>Told of each commit; when it is asked after a minute it holds its versions against the store and reads what differs, so that a lost put heals.</summary>
[GrainType("sos-voucher-register")]
internal sealed class VoucherRegisterGrain(IRecordStore store, TimeProvider clock) : Grain, IVoucherRegister
{
    private static readonly TimeSpan Trusted = TimeSpan.FromMinutes(1);
    private readonly SortedDictionary<VoucherSerial, (Voucher Voucher, int Length, string Version)> vouchers = [];
    private DateTimeOffset loadedAt = DateTimeOffset.MinValue;

    public Task Put(Voucher voucher, int length, string version)
    {
        if (!vouchers.TryGetValue(voucher.Serial, out var known) || known.Length <= length) vouchers[voucher.Serial] = (voucher, length, version);
        return Task.CompletedTask;
    }

    public async Task<ImmutableArray<Voucher>> Find(VoucherQuestion question)
    {
        if (clock.GetUtcNow() - loadedAt > Trusted) await Load();
        return [.. vouchers.Values.Select(v => v.Voucher).Where(question.Fits).OrderBy(v => v.Gift!.On).ThenBy(v => v.Serial)];
    }

    private async Task Load()
    {
        var now = clock.GetUtcNow();
        if (vouchers.Count == 0)
            await foreach (var record in store.ReadAll(VoucherKeys.State, "")) await Take(record);
        else
            await foreach (var listed in store.List(VoucherKeys.State, ""))
                if ((!vouchers.TryGetValue(VoucherSerial.Parse(listed.Key.Key), out var known) || known.Version != listed.Version) && await store.Read(listed.Key) is { } record) await Take(record);
        loadedAt = now;
    }

    private Task Take(StoredRecord record)
    {
        var ledger = Ledger<VoucherFact>.FromStored(record.Key.Key, record.Content);
        return Put(ledger.Facts.Aggregate(new Voucher(VoucherSerial.Parse(record.Key.Key)), VoucherFact.Fold), ledger.Length, record.Version);
    }
}
