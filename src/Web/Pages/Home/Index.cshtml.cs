using SosLongitudinal.Web.Shell.Components;

namespace SosLongitudinal.Web.Pages.Home;

/// <summary>The tasks of whoever is signed in.</summary>
public sealed class IndexModel : StudyPage
{
    public void OnGet() { }
}
