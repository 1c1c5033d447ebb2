using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Study.Vouchers;
using SosLongitudinal.Web.Shell.Components;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Pages.Vouchers.Show;

/// <summary>One voucher, and its receipt.</summary>
public sealed class IndexModel : VoucherTask
{
    public static readonly IEnumerable<Choice> Receipts = Choices.Of<VoucherReceipt>(r => r.Words()).Skip(1);

    [BindProperty] public VoucherReceipt? Receipt { get; set; }

    [BindProperty] public TypedDate On { get; set; } = new();

    public void OnGet() => On = TypedDate.Of(Today);

    public async Task<IActionResult> OnPost()
    {
        var typed = new TypedFields();
        var receipt = typed.Chosen(Receipt, "Receipt", "Choose what shows that it came.");
        var on = typed.Read(On.Read("On", "day"));
        if (typed.Refusal is { } no) return await ReturnPageWithTyped(no);
        return await Answer((await Desk.NoteReceipt(Voucher.Serial, receipt, on, Person.AsViewer(), Stamp())).At(), v => Done("The receipt is recorded.", VouchersLinks.Give(v.Gift!.Family, v.Gift.Wave)));
    }
}
