using Microsoft.AspNetCore.Mvc;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Vouchers.Void;

/// <summary>Takes a voucher out of the sums.</summary>
public sealed class IndexModel : VoucherTask
{
    [BindProperty] public string Reason { get; set; } = "";

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPost() =>
        await Answer((await Desk.Void(Voucher.Serial, Person.AsViewer(), Stamp(Reason.Trim() is { Length: > 0 } why ? why : null))).At(), v => Done($"Voucher {v.Serial} is void.", VouchersLinks.Show(v.Serial)));
}
