using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using SosLongitudinal.Study.Families;
using SosLongitudinal.Study.Forms;
using SosLongitudinal.Study.Instruments;

namespace SosLongitudinal.Web.Pages.Forms;

/// <summary>A page about a form that was entered: its respondent is in the address too.</summary>
public abstract class PlacedForm : FormTask
{
    [FromRoute(Name = "respondent")] public string RespondentText { get; set; } = "";

    public Form Form { get; private set; } = null!;

    /// <summary>The definition that it was entered by.</summary>
    public InstrumentDefinition Entered { get; private set; } = null!;

    /// <summary>Whether the page shows what the form says.</summary>
    protected virtual bool ShowsAnswers => false;

    /// <summary>Somebody concerned withdrew what it says from use.</summary>
    public bool IsWithdrawn => !FormUse.IsAllowed(Frame, Family, Form, Today);

    public override Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next) => base.OnPageHandlerExecutionAsync(context, async () =>
    {
        if (!ShowsAnswers || !IsWithdrawn) return await next();
        context.Result = Unavailable(FormRefusals.UseWithdrawn);
        return new(PageContext, context.Filters, context.HandlerMethod, context.HandlerInstance);
    });

    protected override bool Fits(FamilyState family)
    {
        if (!base.Fits(family) || !Party.TryParse(RespondentText, null, out var respondent) || family.FormAt(PlaceOf(respondent)) is not { } form) return false;
        (Form, Entered) = (form, Frame.Shelf.Find(form.Place.Instrument, form.InstrumentVersion) ?? Instrument);
        return true;
    }
}
