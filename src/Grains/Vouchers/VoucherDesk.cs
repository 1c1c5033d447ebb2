using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Fieldwork;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Vouchers;

namespace SosLongitudinal.Grains.Vouchers;

/// <summary>Vouchers for those who may handle them: the office at its sites, and whoever met the family.</summary>
public sealed class VoucherDesk(IGrainFactory grains)
{
    public async Task<Decision<Voucher>> Give(VoucherSerial serial, FamilyState family, VoucherGift gift, FamilyViewer viewer, Stamp stamp) =>
        MayHandle(family, viewer, stamp.By) ? await grains.Voucher(serial).Give(gift with { Site = family.SiteOn(gift.On) }, stamp) : VoucherRefusals.NotYours;

    /// <summary>One that is not theirs to handle does not exist for them.</summary>
    public async Task<Decision<Voucher>> Find(VoucherSerial serial, FamilyViewer viewer, string account) =>
        await grains.Voucher(serial).Read() is { Gift: { } gift } voucher && viewer.Sees(gift.Site)
            && await grains.Family(gift.Family).Read() is { } family && MayHandle(family, viewer, account) ? voucher : VoucherRefusals.Unknown;

    public async Task<Decision<Voucher>> NoteReceipt(VoucherSerial serial, VoucherReceipt receipt, DateOnly on, FamilyViewer viewer, Stamp stamp) =>
        await Find(serial, viewer, stamp.By) is Decision<Voucher>.Refused(var why) ? why : await grains.Voucher(serial).NoteReceipt(receipt, on, stamp);

    public async Task<Decision<Voucher>> Void(VoucherSerial serial, FamilyViewer viewer, Stamp stamp) =>
        await Find(serial, viewer, stamp.By) is Decision<Voucher>.Refused(var why) ? why : await grains.Voucher(serial).Void(stamp);

    public static bool MayHandle(FamilyState family, FamilyViewer viewer, string account) => viewer.Office || (viewer.Interviewer && Meetings.HasMet(family, account));
}
