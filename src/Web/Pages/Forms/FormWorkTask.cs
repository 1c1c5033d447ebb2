using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SosLongitudinal.Grains.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Forms.DoubleEntry;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Forms;

/// <summary>A page that does something to a form that was entered.</summary>
public abstract class FormWorkTask : PlacedForm
{
    public string Back => FormsLinks.Show(Family.Id, Form.Place);

    /// <summary>Why nothing may change at its place; <c>null</c> where it may.</summary>
    public Refusal? Closed => FormLocks.Fault(Family, Frame, Form.Place);

    /// <summary>A page that shows what the form says is not for whoever may still enter it the second time.</summary>
    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => base.OnPageHandlerExecutionAsync(context, async () =>
    {
        if (!ShowsAnswers || !await HttpContext.RequestServices.GetRequiredService<BlindEntry>().Hides(Person, Family.Id, Form)) return await next();
        context.Result = Unavailable(SecondEntryRefusals.Hidden);
        return new(PageContext, context.Filters, context.HandlerMethod, context.HandlerInstance);
    });

    /// <summary>To the form where it is now; a refusal brings this page back under a new operation, for what is sent next may be something else.</summary>
    protected async Task<IActionResult> AnswerForm(Decision<FormReceipt> decision, string done, FamilyId? now = null)
    {
        if (decision is Decision<FormReceipt>.Refused) Operation = Study.Kernel.OperationId.New().ToString();
        return await Answer(decision.At(), receipt => Done(done, FormsLinks.Show(now ?? Family.Id, receipt.Form.Place)));
    }

    protected static string? Words(string typed) => typed.Trim() is { Length: > 0 } words ? words : null;
}
