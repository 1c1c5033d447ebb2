namespace SosLongitudinal.Exchange.XlsForms;

/// <summary>How XLSForm says yes and no.</summary>
internal static class XlsWords
{
    public static bool IsYes(string text) => text.ToLowerInvariant() is "yes" or "true" or "true()" or "1" or "y" or "x";

    public static bool IsNo(string text) => text.ToLowerInvariant() is "" or "no" or "false" or "false()" or "0" or "n";
}
