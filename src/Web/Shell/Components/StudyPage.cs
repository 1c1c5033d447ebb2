using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SosLongitudinal.Study.Kernel;
using SosLongitudinal.Web.Shell.Access;
using SosLongitudinal.Web.Shell.Errors;
using SosLongitudinal.Web.Shell.Words;

namespace SosLongitudinal.Web.Shell.Components;

/// <summary>What pages share: who is asking, the operation their form stands for, and how a refusal comes back with everything that was typed.</summary>
public abstract class StudyPage : PageModel
{
    /// <summary>The form's operation id, made when the form is shown and sent back with it: pressing the button twice is one command.</summary>
    [BindProperty(Name = OperationField)]
    public string Operation { get; set; } = OperationId.New().ToString();

    internal const string OperationField = "operation";

    public Person Person => Shell.Access.Person.Of(User) ?? throw new InvalidOperationException("This page is open to all; there may be no person.");

    protected OperationId OperationId => Study.Kernel.OperationId.TryParse(Operation, null, out var id) ? id : Study.Kernel.OperationId.New();

    /// <summary>What people are called.</summary>
    protected AccountNames WhoIsWho => HttpContext.RequestServices.GetRequiredService<AccountNames>();

    protected Stamp Stamp(string? why = null) => Person.Stamp(OperationId, HttpContext.RequestServices.GetRequiredService<TimeProvider>(), why);

    /// <summary>Fields that every form of the page sends back beside the operation.</summary>
    public virtual IEnumerable<KeyValuePair<string, string>> Carried => [];

    /// <summary>Fetches what the page shows beside what was typed; runs before the page is shown again.</summary>
    protected virtual Task Load() => Task.CompletedTask;

    /// <summary>The same page with the refusal's sentences at their fields; status by the kind of refusal.</summary>
    protected async Task<IActionResult> ReturnPageWithTyped(Refusal refusal)
    {
        await Load();
        refusal = await WhoIsWho.Say(refusal);
        if (refusal.Faults.IsEmpty) ModelState.AddModelError("", refusal.Sentence);
        foreach (var fault in refusal.Faults) ModelState.AddModelError(fault.Field, fault.Sentence);
        ViewData[ErrorSummaryTagHelper.FieldOrder] = refusal.Faults.Select(f => f.Field).ToList();
        var page = Page();
        page.StatusCode = refusal.Status();
        return page;
    }

    /// <summary>Goes on with an accepted value; a refusal brings the page back as it was typed.</summary>
    protected Task<IActionResult> Answer<T>(Decision<T> decision, Func<T, IActionResult> accepted) =>
        decision.Match(value => Task.FromResult(accepted(value)), ReturnPageWithTyped);

    /// <summary>Goes to another page, which says once what was done.</summary>
    protected IActionResult Done(string sentence, string href)
    {
        TempData["Done"] = sentence;
        return LocalRedirect(href);
    }
}
