using SosLongitudinal.Study.Kernel;

namespace SosLongitudinal.Web.Pages.Instruments;

/// <summary>Where the pages about instruments are.</summary>
public static class InstrumentsLinks
{
    public const string Import = "/instruments/import";
    public const string List = "/instruments";
    public const string New = "/instruments/new";

    public static string Show(InstrumentId instrument, int? version = null) => $"/instruments/{instrument}{Of(version)}";

    public static string Draft(InstrumentId instrument) => $"/instruments/{instrument}/draft";

    public static string AddItem(InstrumentId instrument) => $"/instruments/{instrument}/draft/add";

    public static string EditItem(InstrumentId instrument, string item) => $"/instruments/{instrument}/draft/items/{item}";

    public static string Compare(InstrumentId instrument) => $"/instruments/{instrument}/compare";

    public static string Publish(InstrumentId instrument) => $"/instruments/{instrument}/publish";

    public static string PutInForce(InstrumentId instrument) => $"/instruments/{instrument}/in-force";

    public static string Concordance(InstrumentId instrument) => $"/instruments/{instrument}/concordance";

    public static string Cases(InstrumentId instrument) => $"/instruments/{instrument}/cases";

    public static string Preview(InstrumentId instrument, int? version = null) => $"/instruments/{instrument}/preview{Of(version)}";

    public static string Print(InstrumentId instrument, int? version = null) => $"/instruments/{instrument}/print{Of(version)}";

    public static string Text(InstrumentId instrument, int? version = null) => $"/api/v1/instruments/{instrument}{Of(version)}";

    private static string Of(int? version) => version is { } number ? $"?version={number}" : "";
}
