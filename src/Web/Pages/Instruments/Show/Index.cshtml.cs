namespace SosLongitudinal.Web.Pages.Instruments.Show;

/// <summary>One version in full: what it asks, what it scores, and where it is in force.</summary>
public sealed class IndexModel : InstrumentTask
{
    public void OnGet() { }
}
