namespace SosLongitudinal.Web.Pages.Imports;

/// <summary>Where the pages about files that come in are.</summary>
public static class ImportsLinks
{
    public const string Responses = "/imports/responses";
    public const string Take = "/imports/responses?handler=Take";
}
