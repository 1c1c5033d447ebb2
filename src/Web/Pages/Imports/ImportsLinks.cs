namespace SosLongitudinal.Web.Pages.Imports;

/// <summary>Where the pages about files that come in are.</summary>
public static class ImportsLinks
{
    public const string Lists = "/imports/lists";
    public const string TakeList = "/imports/lists?handler=Take";
    public const string Responses = "/imports/responses";
    public const string EmptyFile = "/imports/responses?handler=Empty";
    public const string Take = "/imports/responses?handler=Take";

    public const string Warnings = "/imports/responses?handler=Warnings";

    public const string FaultyRows = "/imports/responses?handler=Faulty";

    /// <summary>The first line of a list, as a file to fill in.</summary>
    public static string Template(string kind) => $"/imports/lists?handler=Template&kind={kind}";
}
