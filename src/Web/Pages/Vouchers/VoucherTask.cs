using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SosLongitudinal.Grains.Studies;
using SosLongitudinal.Grains.Vouchers;
using SosLongitudinal.Study.Design;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Study.Vouchers;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Vouchers;

/// <summary>A page about one voucher; one that the person may not handle is not found.</summary>
public abstract class VoucherTask : StudyPage
{
    [FromRoute(Name = "serial")] public string SerialText { get; set; } = "";

    public Voucher Voucher { get; private set; } = null!;

    public StudyFrame Frame { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    protected VoucherDesk Desk => HttpContext.RequestServices.GetRequiredService<VoucherDesk>();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Frame = await HttpContext.RequestServices.GetRequiredService<StudyFrames>().Current();
        Today = Frame.Design.Today(HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        if (!VoucherSerial.TryParse(SerialText, null, out var serial) || await Desk.Find(serial, Person.AsViewer(), Person.Account.ToString()) is not Decision<Voucher>.Accepted(var voucher))
        {
            context.Result = NotFound();
            return;
        }
        Voucher = voucher;
        await next();
    }
}
