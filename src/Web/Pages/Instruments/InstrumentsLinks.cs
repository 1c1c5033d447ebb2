using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>Where the pages about instruments are.</summary>
public static class InstrumentsLinks
{
    public const string Import = "/instruments/import";
    public const string List = "/instruments";
    public const string New = "/instruments/new";

    public static string Show(InstrumentId instrument, int? version = null) => $"/instruments/{instrument}{Of(version)}";

    /// <param name="item">Where on the page.</param>
    public static string Draft(InstrumentId instrument, string? item = null) => $"/instruments/{instrument}/draft{(item is null ? "" : $"#item-{item}")}";

    /// <param name="after">The item that it comes after.</param>
    public static string AddItem(InstrumentId instrument, string? after = null) => $"/instruments/{instrument}/draft/add{(after is null ? "" : $"?after={after}")}";

    /// <param name="section">The place of a section without items.</param>
    public static string AddFirstItem(InstrumentId instrument, int section) => $"/instruments/{instrument}/draft/add?section={section}";

    public static string AddSection(InstrumentId instrument) => $"/instruments/{instrument}/draft/sections/new";

    public static string Section(InstrumentId instrument, int at) => $"/instruments/{instrument}/draft/sections/{at + 1}";

    public static string EditItem(InstrumentId instrument, string item) => $"/instruments/{instrument}/draft/items/{item}";

    /// <summary>Where the draft's scales and bands are listed.</summary>
    public static string Scores(InstrumentId instrument) => $"/instruments/{instrument}/draft#scores";

    public static string Scale(InstrumentId instrument, string scale) => $"/instruments/{instrument}/draft/scales/{scale}";

    public static string Bands(InstrumentId instrument, string scheme) => $"/instruments/{instrument}/draft/bands/{scheme}";

    public static string Languages(InstrumentId instrument, string? language = null) => $"/instruments/{instrument}/draft/languages{(language is null ? "" : $"?language={Uri.EscapeDataString(language)}")}";

    public static string Compare(InstrumentId instrument) => $"/instruments/{instrument}/compare";

    /// <param name="seen">The draft's revision that was compared; a later one is not published unseen.</param>
    public static string Publish(InstrumentId instrument, int? seen = null) => $"/instruments/{instrument}/publish{(seen is { } revision ? $"?seen={revision}" : "")}";

    public static string PutInForce(InstrumentId instrument) => $"/instruments/{instrument}/in-force";

    public static string Concordance(InstrumentId instrument) => $"/instruments/{instrument}/concordance";

    public static string Cases(InstrumentId instrument) => $"/instruments/{instrument}/cases";

    public static string Preview(InstrumentId instrument, int? version = null) => $"/instruments/{instrument}/preview{Of(version)}";

    public static string Print(InstrumentId instrument, int? version = null) => $"/instruments/{instrument}/print{Of(version)}";

    public static string Text(InstrumentId instrument, int? version = null) => $"/api/v1/instruments/{instrument}{Of(version)}";

    private static string Of(int? version) => version is { } number ? $"?version={number}" : "";
}
