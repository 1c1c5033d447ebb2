using Microsoft.AspNetCore.Mvc;

namespace SosLongitudinal.Web.Pages.Workers.ShowForm;

/// <summary>One form about a social worker: its scores and answers.</summary>
public sealed class IndexModel : WorkerFormPage
{
    public IActionResult OnGet() => Paper.There is null ? NotFound() : Page();
}
