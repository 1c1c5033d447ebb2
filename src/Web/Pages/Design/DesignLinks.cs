namespace SosLongitudinal.Web.Pages.Design;

/// <summary>Where the pages about the study's own design are.</summary>
public static class DesignLinks
{
    public const string Show = "/study";
    public const string AddWave = "/study/waves/add";
    public const string DoubleEntry = "/study/double-entry";
    public static string Freeze(Study.Kernel.WaveCode wave) => $"/study/waves/{wave}/freeze";
    public const string ContactProtocol = "/study/contact-protocol";
    public const string Eligibility = "/study/eligibility";
    public const string Sample = "/study/sample";
    public const string Open = "/study/open";
}
