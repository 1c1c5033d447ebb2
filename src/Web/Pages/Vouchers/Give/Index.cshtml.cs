using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Grains.Vouchers;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Vouchers;
using SosLongitudinal.Web.Pages.Families;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Vouchers.Give;

/// <summary>Records a voucher given to a member at a wave; shows those that the family has had.</summary>
public sealed class IndexModel(VoucherDesk desk) : WaveTask
{
    [BindProperty] public string Serial { get; set; } = "";

    [BindProperty] public string Amount { get; set; } = "";

    [BindProperty] public VoucherKind? Kind { get; set; } = VoucherKind.Paper;

    [BindProperty] public string Member { get; set; } = "";

    [BindProperty] public VoucherWay? Way { get; set; } = VoucherWay.HandedOver;

    [BindProperty] public TypedDate On { get; set; } = new();

    [BindProperty] public string Reason { get; set; } = "";

    public VoucherRows Rows { get; private set; } = null!;

    /// <summary>Once it was said that nothing is to be sent to them.</summary>
    public bool AsksWhy { get; private set; }

    public IEnumerable<Choice> Members => Family.Members.Where(m => m.ErasedOn is null).Select(m => new Choice(m.Id.ToString(), m.LongWords()));

    public async Task OnGet()
    {
        await Load();
        (On, Member) = (TypedDate.Of(Today), Family.MainRespondent(Wave.Code, Today)?.Id.ToString() ?? "");
    }

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        if (!VoucherSerial.TryParse(Serial, null, out var serial)) typed.Fault("Serial", VoucherRefusals.Serial.Sentence);
        if (VoucherWords.ReadPence(Amount) is not { } pence) typed.Fault("Amount", VoucherRefusals.Amount.Sentence);
        else
        {
            if (!MemberId.TryParse(Member, null, out var member)) typed.Fault("Member", "Choose for whom it is.");
            var gift = new VoucherGift(Family.Site, member, Wave.Code, pence, typed.Chosen(Kind, "Kind", "Choose the kind."), typed.Chosen(Way, "Way", "Choose how it came to them."), typed.Read(On.Read("On", "day")), Person.Account.ToString());
            return await When(typed, async () =>
            {
                var given = await desk.Give(serial, Family, gift, Person.AsViewer(), Stamp(Reason.Trim() is { Length: > 0 } why ? why : null));
                AsksWhy = Reason.Length > 0 || given is Decision<Voucher>.Refused { Why.Code: "voucher.silent" or "voucher.unsafe" };
                return await Answer(given.At(), voucher => Done($"Voucher {voucher.Serial} is recorded.", VouchersLinks.Show(voucher.Serial)));
            });
        }
        return await ReturnPageWithTyped(typed.Refusal!);
    }

    protected override async Task Load() => Rows = new(await Grains.Vouchers().Find(new() { Family = Family.Id }), Frame, Family: false, MayOpen: true);
}
