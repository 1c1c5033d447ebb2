namespace SosLongitudinal.Web.Pages.Reminders;

/// <summary>Where the pages about reminders are.</summary>
public static class RemindersLinks
{
    public const string List = "/reminders";
    public const string Terms = "/reminders/terms";
}
