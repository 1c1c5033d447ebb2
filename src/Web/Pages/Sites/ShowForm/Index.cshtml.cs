using Microsoft.AspNetCore.Mvc;

namespace SosLongitudinal.Web.Pages.Sites.ShowForm;

/// <summary>One form about a site: its scores and answers.</summary>
public sealed class IndexModel : SiteFormPage
{
    public IActionResult OnGet() => Paper.There is null ? NotFound() : Page();
}
